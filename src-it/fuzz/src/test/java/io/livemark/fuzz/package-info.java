/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What comes from outside, made up by a fuzzer that looks for inputs which reach new code: class files, specs, frames of the
 * protocol.
 *
 * <p>A <em>target</em> takes bytes and throws where something is wrong; it knows no fuzzer. {@code FuzzIT} gives the targets to
 * Jazzer, in JVMs of their own. {@code SeedsTest} and {@code FindingsTest} run them with what is known, in this one.
 */
package io.livemark.fuzz;
