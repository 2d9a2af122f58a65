/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;

/** Counts, as little as a probe can do; takes both fields. */
public final class Counting {

    private static long hits;

    @Probe("bench.light")
    void light(int n, String word) {
        hits++;
    }

    @Probe("bench.heavy")
    void heavy(int n, String word) {
        hits++;
    }
}
