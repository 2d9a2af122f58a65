/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.ProbeContext;

/** Sends each hit to the client that follows it. */
public final class EmittingProbe implements AutoCloseable {

    private final ProbeContext context;

    public EmittingProbe(ProbeContext context) {
        this.context = context;
    }

    @Probe("life.turn")
    void turn(int n) {
        context.emit("turn", n, null, 'c', 1.5, Thread.State.NEW);
        context.log("logged " + n);
    }

    @Override
    public void close() {
        System.out.println("closed " + context.name());
    }
}
