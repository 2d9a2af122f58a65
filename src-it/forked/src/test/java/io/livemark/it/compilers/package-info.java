/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Marks in class files that javac did not make: Eclipse's compiler back to Java 1.3, Kotlin, Scala and Groovy, compiled by
 * the compilers themselves, which the build puts into {@code target/compilers}, away from every class path of the tests.
 *
 * <p>The programs lie among the resources. Each is run without the agent, with it, with a probe and after the probe
 * ({@link io.livemark.it.compilers.ShopRuns}); what its marks passed and what {@code livemark list --sites} said of them is
 * compared with two texts in {@code src/test/snapshots/compilers}: {@code run.txt} and {@code sites.txt}.
 */
package io.livemark.it.compilers;
