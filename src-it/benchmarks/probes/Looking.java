/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;

/** Takes both fields and writes nothing, so that several threads share nothing of its own. */
public final class Looking {

    private static long hits; // never in fact

    @Probe("bench.light")
    void light(int n, String word) {
        if (n == 0x5bd1 && word == null) {
            hits++;
        }
    }

    @Probe("bench.heavy")
    void heavy(int n, String word) {
        if (n == 0x5bd1 && word == null) {
            hits++;
        }
    }
}
