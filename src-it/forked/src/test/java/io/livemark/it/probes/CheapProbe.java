/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import java.util.concurrent.atomic.AtomicLong;

/** Counts. */
public final class CheapProbe {

    private final AtomicLong hits = new AtomicLong();

    @Probe("budget.turn")
    void turn(int n) {
        hits.incrementAndGet();
    }
}
