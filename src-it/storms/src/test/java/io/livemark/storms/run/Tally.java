/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What one probe was told, thread by thread and marker by marker. The hits of a thread at a marker are numbered, so those
 * delivered must be numbers in a row: a gap is a hit that was lost, a repetition one that was counted twice.
 */
public final class Tally {

    private final String name;
    private final int from;
    private final int to;
    private final long lifeMillis;
    private final long made = System.nanoTime();
    private final long[][] first;
    private final long[][] last;
    private final long[] delivered = new long[Ledger.THREADS];
    private final AtomicIntegerArray inside = new AtomicIntegerArray(Ledger.THREADS);
    private final AtomicInteger instances = new AtomicInteger();
    private final Queue<Gap> gaps = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    // What the application had done by then: before the load was asked for, after it was answered, before an end was
    // asked for.
    private final long[][] finishedBefore;
    private volatile long[][] startedOnceLoaded;
    private volatile long[][] finishedWhenEnding;

    /** Hits of a thread that the probe was not told of, between two of which it was. */
    private record Gap(int thread, int marker, long before, long after) {}

    Tally(String name, int from, int to, long lifeMillis) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.lifeMillis = lifeMillis;
        this.first = new long[Ledger.THREADS][];
        this.last = new long[Ledger.THREADS][];
        this.finishedBefore = Ledger.finished(from, to);
    }

    String name() {
        return name;
    }

    boolean isClosed() {
        return closed;
    }

    /** An instance of the probe was made. */
    void opened() {
        instances.incrementAndGet();
    }

    /** A hit, on the thread that says it is. */
    public void hit(String marker, int number, int thread, long n, long check) {
        inside.set(thread, 1);
        if (closed) {
            Violations.add(name + " was called after its end: " + marker + " by thread " + thread);
        }
        if (check != Check.of(thread, n) || !marker.equals(Group.marker(number)) || number < from || number >= to) {
            Violations.add(name + " was passed what does not fit together: " + marker + " " + number + " " + thread
                    + " " + n + " " + check);
        } else {
            count(thread, number - from, n);
        }
        inside.setRelease(thread, 0);
    }

    private void count(int thread, int marker, long n) {
        if (first[thread] == null) {
            first[thread] = new long[to - from];
            last[thread] = new long[to - from];
        }
        long before = last[thread][marker];
        if (before == 0) {
            first[thread][marker] = n;
        } else if (n <= before) {
            Violations.add(name + " was passed hit " + n + " after " + before + ": " + at(thread, marker));
        } else if (n != before + 1 && isServedAtOnce(thread)) {
            gaps.add(new Gap(thread, marker, before, n));
        }
        last[thread][marker] = n;
        delivered[thread]++;
    }

    /** An instance of the probe was closed: nobody may be inside, and nobody may come. */
    public void close() {
        int left = instances.decrementAndGet();
        if (left < 0) {
            Violations.add(name + " was closed twice");
        }
        if (left == 0) {
            closed = true;
            for (int thread = 0; thread < Ledger.THREADS; thread++) {
                if (inside.get(thread) != 0) {
                    Violations.add(name + " was closed while thread " + thread + " was inside");
                }
            }
        }
    }

    /** The client has read that the probe is loaded. */
    void loaded() {
        startedOnceLoaded = Ledger.started(from, to);
    }

    /** Somebody is about to ask for its end; the first time counts. Too late where it may be ending by itself. */
    void ending() {
        if (finishedWhenEnding == null && isAlive()) {
            long[][] finished = Ledger.finished(from, to);
            if (isAlive()) {
                finishedWhenEnding = finished;
            }
        }
    }

    private boolean isAlive() {
        return !closed && (System.nanoTime() - made) / 1_000_000 < lifeMillis;
    }

    /** {@return how many hits it was told of} */
    long delivered() {
        long sum = 0;
        for (long hits : delivered) {
            sum += hits;
        }
        return sum;
    }

    /** Compares with what the application did, once it is closed. {@return how many hits were bound to be delivered} */
    long verify() {
        long[][] start = startedOnceLoaded;
        long[][] end = finishedWhenEnding;
        long bound = 0;
        for (int thread = 0; thread < Ledger.THREADS; thread++) {
            for (int marker = 0; marker < to - from; marker++) {
                long one = first[thread] == null ? 0 : first[thread][marker];
                long other = one == 0 ? 0 : last[thread][marker];
                if (one != 0 && one <= finishedBefore[thread][marker]) {
                    Violations.add(name + " was passed hit " + one + " of before its load: " + at(thread, marker));
                }
                if (isServedAtOnce(thread)
                        && start != null
                        && end != null
                        && end[thread][marker] > start[thread][marker]) {
                    long least = start[thread][marker] + 1;
                    long most = end[thread][marker];
                    bound += most - least + 1;
                    if (one == 0 || one > least || other < most) {
                        Violations.add(name + " was passed hits " + one + " to " + other + ", and lacks some of "
                                + least + " to " + most + ": " + at(thread, marker));
                    }
                }
            }
        }
        if (start != null && end != null) {
            gaps.forEach(gap -> verify(gap, start, end));
        }
        return bound;
    }

    /** While it is loaded and while it ends it may miss some. */
    private void verify(Gap gap, long[][] start, long[][] end) {
        long least = Math.max(gap.before, start[gap.thread][gap.marker]) + 1;
        long most = Math.min(gap.after - 1, end[gap.thread][gap.marker]);
        if (least <= most) {
            Violations.add(name + " was passed hit " + gap.after + " after " + gap.before + ", and lacks " + least
                    + " to " + most + ": " + at(gap.thread, gap.marker));
        }
    }

    /**
     * Of a loader that comes after the load the first hits are not delivered, by contract: what serves it has to be made first. So the
     * threads that run new classes all the time may miss hits, but see none twice.
     */
    private static boolean isServedAtOnce(int thread) {
        return thread < Ledger.WORKERS;
    }

    private String at(int thread, int marker) {
        return "thread " + thread + ", " + Group.marker(from + marker);
    }
}
