/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;

/** For a marker whose class is loaded later. */
public final class LaterProbe {

    @Probe("later.turn")
    void turn(int n) {
        System.out.println("hit later " + n);
    }
}
