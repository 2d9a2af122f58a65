/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What runs inside the JVMs under test: the target that runs generated programs, what those programs call, and the probe.
 * {@link io.livemark.behaviour.run.Trace} is what a program did; {@link io.livemark.behaviour.run.Received} is what its
 * marks passed on.
 */
package io.livemark.behaviour.run;
