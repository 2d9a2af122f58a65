/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;

/** Adds up, so that its call cannot be left out. */
public final class SizeProbe {

    private static volatile long sum;

    @Probe("size.marked")
    void marked(int n, int hash, String word) {
        sum = n + hash + word.length();
    }

    static long sum() {
        return sum;
    }
}
