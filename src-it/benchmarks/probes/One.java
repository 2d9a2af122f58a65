/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;

/** On one marker with many sites. */
public final class One {

    private static long hits;

    @Probe("gen.one")
    void hit(int n, String word) {
        hits++;
    }
}
