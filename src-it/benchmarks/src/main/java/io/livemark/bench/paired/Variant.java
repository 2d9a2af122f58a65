/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

/**
 * A way to write, or not to write, a mark into two methods: a light one of 3 to 4 ns, and a heavy one of 11 ns, in which
 * out-of-order execution hides what is small.
 */
interface Variant {

    /** Runs the light method, each call with the result of the one before. */
    int light(int calls);

    /** Runs the heavy method, each call with the result of the one before. */
    int heavy(int calls);
}
