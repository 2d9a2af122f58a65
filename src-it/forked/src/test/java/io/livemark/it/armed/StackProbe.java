/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;

/** Needs some stack, and tells the application of every hit that it could finish. */
final class StackProbe implements AutoCloseable {

    @Probe("armed.deep")
    void deep(long n) {
        StackTarget.delivered(sum(n, n + 1, n + 2, n + 3));
    }

    private static long sum(long a, long b, long c, long d) {
        return a > b ? c + d : Math.max(Math.addExact(a, b), Math.addExact(c, d));
    }

    @Override
    public void close() {
        StackTarget.closed();
    }
}
