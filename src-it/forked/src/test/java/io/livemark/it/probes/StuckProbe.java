/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does not return, once: it waits for what never comes, or looks for it in a loop. */
public final class StuckProbe {

    private final AtomicBoolean isFirst = new AtomicBoolean(true);
    private final CountDownLatch never = new CountDownLatch(1);
    private final boolean loops;

    public StuckProbe(ProbeContext context) {
        loops = "loops".equals(context.arguments().get("way"));
    }

    @Probe("budget.turn")
    void turn(int n) throws InterruptedException {
        if (isFirst.getAndSet(false)) {
            while (loops && never.getCount() > 0) {
                Thread.onSpinWait();
            }
            never.await();
        }
    }
}
