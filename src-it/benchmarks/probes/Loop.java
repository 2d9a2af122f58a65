/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;

/** On a loop that never returns. */
public final class Loop {

    private static long hits;

    @Probe("bench.loop")
    void iteration(int n) {
        hits++;
    }
}
