/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Classes that are special by where they come from or by what they are: out of signed and multi-release jars, in named modules,
 * sealed, with code before {@code super}, made up while the program runs. Their sources lie among the resources, and the javac of the JDK
 * under test compiles them.
 */
package io.livemark.it.kinds;
