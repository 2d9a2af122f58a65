/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.lang.management.ManagementFactory;

/** Runs a method of a variant in batches that take about a millisecond, however slow the method is. */
final class Timing {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long BATCH_NANOS = 1_000_000;
    private static final int MOST_CALLS = 1_000_000;

    private static volatile int sink;

    private final Tally tally;
    private final String name;
    private final Variant variant;
    private final Body body;
    private int calls = 1;

    Timing(Tally tally, String name, Variant variant, Body body) {
        this.tally = tally;
        this.name = name;
        this.variant = variant;
        this.body = body;
    }

    /** Runs for so long, and sets the size of a batch by the speed at the end. */
    void warmUp(long nanos) {
        long end = System.nanoTime() + nanos;
        do {
            double took = batch();
            calls = (int) Math.max(1, Math.min(MOST_CALLS, BATCH_NANOS / Math.max(took, 0.1)));
        } while (System.nanoTime() < end);
    }

    /** {@return nanoseconds a call, by the clock} */
    double batch() {
        long start = System.nanoTime();
        run();
        return (double) (System.nanoTime() - start) / calls;
    }

    /** {@return nanoseconds a call, of the processor time of this thread} */
    double busyBatch() {
        long start = THREADS.getCurrentThreadCpuTime();
        run();
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / calls;
    }

    /** {@return bytes that a call allocates on this thread} */
    double bytes() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        run();
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / calls;
    }

    private void run() {
        tally.add(name, body, calls);
        try {
            sink = variant.run(body, calls);
        } catch (Throwable e) {
            throw new IllegalStateException(name + " failed", e);
        }
    }
}
