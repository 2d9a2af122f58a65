/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

/**
 * A way to write, or not to write, a mark into methods of several kinds. Its classes are generated, from one source text: see
 * {@link io.livemark.bench.generate.GenerateVariants}.
 */
public interface Variant {

    /** Runs the method of that kind so often, each call with the result of the one before. */
    int run(Body body, int calls) throws Throwable;
}
