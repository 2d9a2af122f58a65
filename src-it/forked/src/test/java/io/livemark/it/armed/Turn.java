/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

/** A turn of {@link Turns}, or of a copy of it. */
interface Turn {

    /** {@return what comes out of the work around a mark in front of its arguments} */
    long guarded(int n);

    /** {@return what comes out of the work around a mark behind its arguments} */
    long evaluated(int n);

    /** {@return what has to come out of both} */
    static long expected(int n) {
        return (long) n * n * 31 + ("n" + n).length();
    }
}
