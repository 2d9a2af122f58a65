/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.util.concurrent.atomic.LongAdder;

/** How often the methods that the counting probes look at were called; a hit for each is what they must have seen. */
final class Tally {

    private final LongAdder marked = new LongAdder();

    void add(String variant, Body body, int calls) {
        if (variant.equals("marked") && body.ordinal() <= Body.HEAVY.ordinal()) {
            marked.add(calls);
        }
    }

    long marked() {
        return marked.sum();
    }
}
