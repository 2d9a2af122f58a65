/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import java.util.concurrent.atomic.AtomicLong;

/** Reports the first hit of an endless loop, and at its end that there were hits. */
public final class LoopProbe implements AutoCloseable {

    private final AtomicLong hits = new AtomicLong();
    private final String name;

    public LoopProbe(ProbeContext context) {
        name = context.name();
    }

    @Probe("loop.turn")
    void turn(long n, String word) {
        if (hits.getAndIncrement() == 0) {
            System.out.println("hit " + name + " " + (n > 0) + " " + word);
        }
    }

    @Override
    public void close() {
        System.out.println("closed " + name + " " + (hits.get() > 0));
    }
}
