/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.util.concurrent.atomic.AtomicLongArray;

/** A value that follows from the others of a hit; and how often it was asked for as an argument with a side effect. */
public final class Check {

    private static final AtomicLongArray ASKED = new AtomicLongArray(Ledger.THREADS);

    private Check() {}

    /** Has a side effect: must be called once a hit, whether somebody looks or not. */
    public static long asked(int thread, long n) {
        // Each thread has a place of its own.
        ASKED.setPlain(thread, ASKED.getPlain(thread) + 1);
        return of(thread, n);
    }

    /** {@return what a hit passes besides the thread and the number} */
    public static long of(int thread, long n) {
        return ~n ^ (long) thread << 48;
    }

    static long asked(int thread) {
        return ASKED.get(thread);
    }
}
