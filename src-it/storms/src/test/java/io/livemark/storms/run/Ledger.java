/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * What the application knows of its own hits: for each thread and marker, how many it has started, and how many are over.
 * A thread writes in its own rows only, before and after each hit; whoever reads between two answers of the agent knows
 * which hits must have been delivered, and which cannot have been.
 */
final class Ledger {

    /** Threads that run all the time, and after them those that run classes which come and go. */
    static final int WORKERS = 64;

    static final int CHURNERS = 2;
    static final int THREADS = WORKERS + CHURNERS;

    private static final AtomicLongArray[] STARTED = rows();
    private static final AtomicLongArray[] FINISHED = rows();

    private Ledger() {}

    /** One hit, with its books. */
    static void hit(Group group, int number, int place, int thread, Checksum sum) {
        int marker = number * Group.SIZE + place;
        long n = FINISHED[thread].getPlain(marker) + 1;
        // A full fence: what comes after the load that is being answered now is not done before this is seen.
        STARTED[thread].set(marker, n);
        sum.add(group.hit(place, thread, n));
        FINISHED[thread].setRelease(marker, n);
    }

    static long[][] started(int from, int to) {
        return copy(STARTED, from, to);
    }

    static long[][] finished(int from, int to) {
        return copy(FINISHED, from, to);
    }

    /** {@return how often a thread has hit a marker} */
    static long hits(int thread, int marker) {
        return FINISHED[thread].get(marker);
    }

    private static long[][] copy(AtomicLongArray[] rows, int from, int to) {
        long[][] copy = new long[THREADS][];
        for (int thread = 0; thread < THREADS; thread++) {
            AtomicLongArray row = rows[thread];
            copy[thread] = IntStream.range(from, to).mapToLong(row::get).toArray();
        }
        return copy;
    }

    private static AtomicLongArray[] rows() {
        return IntStream.range(0, THREADS)
                .mapToObj(thread -> new AtomicLongArray(Group.MARKERS))
                .toArray(AtomicLongArray[]::new);
    }
}
