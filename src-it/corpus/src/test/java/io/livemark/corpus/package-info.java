/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Marks in class files that nobody wrote for it. {@code CorpusIT} forks a JVM with the agent; there {@code CorpusMain} walks through
 * jars and the modules of the JDK, {@code MarkInserter} puts marks at every place with an empty stack, and {@code Examination} has
 * each class loaded without marks, with marks that the agent does not look at, and with marks that it weaves.
 *
 * <p>The weaver is called directly in {@code Weaving} alone. No class is initialised, so none of the code runs.
 */
package io.livemark.corpus;
