/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.ProbeContext;

/** Says under which name and with which arguments it was hit, and when it was closed. */
public final class NamedProbe implements AutoCloseable {

    private final ProbeContext context;

    public NamedProbe(ProbeContext context) {
        this.context = context;
    }

    @Probe("life.turn")
    void turn(int n) {
        System.out.println("hit " + context.name() + " " + n + " " + context.arguments());
    }

    @Override
    public void close() {
        System.out.println("closed " + context.name());
    }
}
