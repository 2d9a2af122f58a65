/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the threads that need the classes of the agent: the one that accepts clients, which is there from the beginning, and
 * those that serve them. A client is counted before the one who accepted it may leave, so that none comes after the last.
 */
final class Attendance {

    private final AtomicInteger present = new AtomicInteger(1);
    private final Runnable onEmpty;

    /** @param onEmpty is run once, by the last who leaves */
    Attendance(Runnable onEmpty) {
        this.onEmpty = onEmpty;
    }

    /** For one who is there already: counts another, or sees to it that the last never leaves. */
    void enter() {
        present.incrementAndGet();
    }

    void leave() {
        if (present.decrementAndGet() == 0) {
            onEmpty.run();
        }
    }
}
