/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;

/** On many markers with one site each. */
public final class Each {

    private static long hits;

    @Probe("gen.each.*")
    void hit(int n, String word) {
        hits++;
    }
}
