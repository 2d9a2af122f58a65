/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One stay of a thread at a {@link Place}: it stands there until it is told to go on. */
public final class Visit {

    private static final int PATIENCE_SECONDS = 40;

    private static volatile Visit now = new Visit();

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();

    private Visit() {}

    /** Begins another. */
    static void begin() {
        now = new Visit();
    }

    /** For the thread in the place: stands there. */
    static void stand() {
        now.inside.countDown();
        await(now.released, "the release");
    }

    /** For the thread in the place: has gone on. */
    static void done() {
        now.done.countDown();
    }

    /** Waits until the thread stands there. */
    static void awaitInside() {
        await(now.inside, "somebody inside");
    }

    /** Has it go on. */
    static void release() {
        now.released.countDown();
    }

    /** {@return what was delivered before it stood there and after, once it has gone on} */
    static String end() {
        await(now.done, "the end");
        return now.before + " before, " + now.after + " after";
    }

    /** For the probe: a hit. */
    public static void delivered(int n) {
        (n == 1 ? now.before : now.after).incrementAndGet();
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain for " + what);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
