/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import io.livemark.it.life.HeldTarget;

/** Keeps the thread of a hit until the application lets it go; with the argument {@code kept}, the application keeps the probe too. */
public final class HoldingProbe implements AutoCloseable {

    private final ProbeContext context;

    public HoldingProbe(ProbeContext context) {
        this.context = context;
        if (context.arguments().containsKey("kept")) {
            HeldTarget.keep(this);
        }
    }

    @Probe("held.turn")
    void turn(int n) {
        HeldTarget.inside();
    }

    @Override
    public void close() {
        System.out.println("closing " + context.name());
        if (context.arguments().containsKey("slow")) {
            HeldTarget.inside();
        }
        System.out.println("closed " + context.name());
    }
}
