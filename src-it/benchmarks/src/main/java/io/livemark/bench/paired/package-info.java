/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a mark costs: the same method with and without it, in one JVM, a millisecond apart.
 *
 * <p>Times that are taken minutes apart cannot be compared on a shared machine: there, two identical methods have once differed
 * by 2.2 times. So {@link io.livemark.bench.paired.Paired} runs a baseline and a {@link io.livemark.bench.paired.Variant} in
 * turn, forms the ratio of each pair, and says the median. Each variant is a generated class of its own with loops of its own,
 * so that none shares a profile with another; its methods must not be inlined into these loops
 * ({@code -XX:CompileCommand=dontinline}), or the compiler moves the body out of the loop, or the mark away from it.
 * The variant {@code copy} is the noise floor.
 */
package io.livemark.bench.paired;
