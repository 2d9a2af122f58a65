/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Has threads stand still before groups of markers. A thread says where it goes before it looks whether it may, and whoever
 * shuts a gate does so before looking who is inside: one of the two sees the other.
 */
final class Gates {

    private static final AtomicIntegerArray SHUT = new AtomicIntegerArray(Group.GROUPS);
    private static final AtomicIntegerArray INSIDE = new AtomicIntegerArray(Ledger.THREADS);

    private Gates() {}

    static boolean enter(int thread, int group) {
        INSIDE.set(thread, group + 1);
        if (SHUT.get(group) > 0) {
            INSIDE.set(thread, 0);
            return false;
        }
        return true;
    }

    static void leave(int thread) {
        INSIDE.set(thread, 0);
    }

    /** Shuts the gates of some groups; returns once nobody is inside. May be called several times. */
    static void shut(int from, int to) {
        for (int group = from; group < to; group++) {
            SHUT.incrementAndGet(group);
        }
        for (int thread = 0; thread < Ledger.THREADS; thread++) {
            for (int inside = INSIDE.get(thread) - 1; inside >= from && inside < to; ) {
                LockSupport.parkNanos(100_000);
                inside = INSIDE.get(thread) - 1;
            }
        }
    }

    /** Opens them, once for each time that they were shut. */
    static void open(int from, int to) {
        for (int group = from; group < to; group++) {
            SHUT.decrementAndGet(group);
        }
    }
}
