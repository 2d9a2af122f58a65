/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import java.util.concurrent.atomic.LongAdder;

/** What the application was told by {@link CountingProbe}. */
public final class Delivered {

    private static final LongAdder HITS = new LongAdder();

    private Delivered() {}

    /** One hit. */
    public static void one() {
        HITS.increment();
    }

    /** Nothing was delivered. */
    public static void nothing() {
        HITS.reset();
    }

    /** {@return how many hits since the last probe was closed} */
    static long hits() {
        return HITS.sum();
    }
}
