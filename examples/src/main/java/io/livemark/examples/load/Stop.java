/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When to stop: after a while, or when told to. Safe for many threads. */
final class Stop {

    private final CountDownLatch told = new CountDownLatch(1);
    private final long endNanos;

    Stop(Duration after) {
        this.endNanos = System.nanoTime() + after.toNanos();
    }

    void now() {
        told.countDown();
    }

    /**
     * Waits until a point in the time of {@link System#nanoTime}.
     *
     * @return false as soon as it is time to stop instead
     */
    boolean goOnAt(long nanos) {
        try {
            long end = Math.min(nanos - System.nanoTime(), endNanos - System.nanoTime());
            return !told.await(end, TimeUnit.NANOSECONDS) && System.nanoTime() < endNanos;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
