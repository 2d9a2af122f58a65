/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import io.livemark.Probe;

/** Hands every hit to the application. */
final class CycleProbe implements AutoCloseable {

    CycleProbe() {
        CycleTarget.loaded(CycleProbe.class);
    }

    @Probe("cycle.turn")
    void turn(long n, String text) {
        CycleTarget.hit(n, text);
    }

    @Override
    public void close() {
        // That it was called is in the receipt.
    }
}
