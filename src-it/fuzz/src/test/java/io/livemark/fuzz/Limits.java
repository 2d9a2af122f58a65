/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What a class, or a message, may cost. */
final class Limits {

    /** Of processor time, so that another process on the machine makes no finding. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Allocated in all, most of it garbage at once; the heap of 256 MB is the limit for what is held. */
    private static final long MOST_BYTES = 200L << 20;

    private static final long MOST_BYTES_PER_BYTE = 1000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Limits() {}

    interface Work<T> {
        T run();
    }

    /**
     * Does something, and complains where it takes too much.
     *
     * @param size the size of what is worked on, in bytes
     */
    static <T> T within(int size, Work<T> work) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            return work.run();
        } finally {
            nanos = THREADS.getCurrentThreadCpuTime() - nanos;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            // The first to come this way loads the classes; what takes too much does so whenever it comes.
            if (isTooMuch(size, nanos, allocated)) {
                again(size, work);
            }
        }
    }

    private static void again(int size, Work<?> work) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            work.run();
        } catch (RuntimeException sameAsBefore) {
            // Measured all the same.
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (isTooMuch(size, nanos, allocated)) {
            throw new AssertionError(size + " bytes took " + TimeUnit.NANOSECONDS.toMillis(nanos)
                    + " ms of processor time and allocated " + (allocated >> 20) + " MB");
        }
    }

    private static boolean isTooMuch(int size, long nanos, long allocated) {
        return nanos > MOST_NANOS || allocated > MOST_BYTES + MOST_BYTES_PER_BYTE * size;
    }
}
