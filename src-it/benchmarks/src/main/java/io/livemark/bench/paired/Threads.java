/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** Measures a pair on several threads at once, by the processor time of each. */
final class Threads {

    private static final int PAIRS = 31;
    private static final long WARM_UP_NANOS = 100_000_000;

    private final int count;

    Threads(int count) {
        this.count = count;
    }

    /** {@return the cost as the average of the threads, pair by pair} */
    Measurement pairs(Supplier<Timing> base, Supplier<Timing> variant) throws InterruptedException {
        double[][] baseNanos = new double[count][PAIRS];
        double[][] variantNanos = new double[count][PAIRS];
        CyclicBarrier together = new CyclicBarrier(count);
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            int own = i;
            threads[i] = new Thread(() -> one(base.get(), variant.get(), baseNanos[own], variantNanos[own], together));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Measurement.of(average(baseNanos), average(variantNanos), 0);
    }

    private static void one(Timing base, Timing variant, double[] bases, double[] variants, CyclicBarrier together) {
        variant.warmUp(WARM_UP_NANOS);
        base.warmUp(WARM_UP_NANOS);
        try {
            for (int i = 0; i < PAIRS; i++) {
                together.await();
                bases[i] = base.busyBatch();
                together.await();
                variants[i] = variant.busyBatch();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] average(double[][] nanos) {
        double[] average = new double[PAIRS];
        for (double[] thread : nanos) {
            for (int i = 0; i < PAIRS; i++) {
                average[i] += thread[i] / nanos.length;
            }
        }
        return average;
    }
}
