/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.suite;

import io.livemark.Probe;
import java.util.concurrent.atomic.LongAdder;

/** Counts every hit of every marker, where the target can see it. */
public final class CountingProbe {

    private final LongAdder hits;

    public CountingProbe() {
        hits = (LongAdder) System.getProperties().get("livemark.behaviour.hits");
    }

    @Probe("*")
    void any(Object[] fields) {
        hits.increment();
    }
}
