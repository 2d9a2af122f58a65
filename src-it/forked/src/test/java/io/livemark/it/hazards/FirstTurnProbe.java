/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import io.livemark.Probe;

/** Says the first hit of each load. */
public final class FirstTurnProbe implements AutoCloseable {

    private volatile boolean said;

    @Probe("virtual.turn")
    void turn(long n) {
        if (!said) {
            said = true;
            System.out.println("turned");
        }
    }

    @Override
    public void close() {
        System.out.println("closed");
    }
}
