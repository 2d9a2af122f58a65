/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

/** What a thread's hits gave, all since the start; afterwards compared with what they must have given. */
final class Checksum {

    private final int thread;
    private long sum;

    Checksum(int thread) {
        this.thread = thread;
    }

    void add(long result) {
        sum += result;
    }

    /** Once the thread has ended. */
    void verify() {
        long expected = 0;
        long asked = 0;
        for (int marker = 0; marker < Group.MARKERS; marker++) {
            long hits = Ledger.hits(thread, marker);
            expected += 31 * (hits * (hits + 1) / 2) + hits * marker;
            // Every second marker has an argument with a side effect.
            asked += marker % 2 * hits;
        }
        if (sum != expected) {
            Violations.add("the checksum of thread " + thread + " is " + sum + ", not " + expected);
        }
        if (Check.asked(thread) != asked) {
            Violations.add("thread " + thread + " evaluated " + Check.asked(thread) + " arguments, not " + asked);
        }
    }
}
