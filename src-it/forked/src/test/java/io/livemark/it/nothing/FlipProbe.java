/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import io.livemark.Probe;

/** Adds up, so that its call cannot be left out. */
final class FlipProbe {

    private static volatile long sum;

    @Probe("flip.marked")
    void marked(int n, int hash, String word) {
        sum = n + hash + word.length();
    }

    static long sum() {
        return sum;
    }
}
