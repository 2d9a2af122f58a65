/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts every request and every answer. Safe for many threads. */
final class Tally {

    private static final int COMPLAINTS_KEPT = 5;

    private final LongAdder sent = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder wrong = new LongAdder();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    void sent() {
        sent.increment();
    }

    void right() {
        answered.increment();
    }

    void wrong(String complaint) {
        answered.increment();
        wrong.increment();
        keep(complaint);
    }

    void unanswered(String complaint) {
        keep(complaint);
    }

    /** Whether every request was answered, and answered as expected; false if there was none. */
    boolean allRight() {
        return sent.sum() > 0 && sent.sum() == answered.sum() && wrong.sum() == 0;
    }

    /** What was wrong with the first few that were. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void keep(String complaint) {
        if (complaints.size() < COMPLAINTS_KEPT) {
            complaints.add(complaint);
        }
    }

    @Override
    public String toString() {
        return "sent " + sent.sum() + ", answered " + answered.sum() + ", wrong " + wrong.sum();
    }
}
