/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits for what never comes, once. */
public final class StuckProbe {

    private final AtomicBoolean isFirst = new AtomicBoolean(true);

    @Probe("budget.turn")
    void turn(int n) throws InterruptedException {
        if (isFirst.getAndSet(false)) {
            new CountDownLatch(1).await();
        }
    }
}
