/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;

/** Fails at every hit. */
public final class ThrowingProbe {

    @Probe("life.turn")
    void turn(int n) {
        throw new AssertionError("thrown by the probe at " + n);
    }
}
