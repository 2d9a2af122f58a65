/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;
import java.util.concurrent.atomic.AtomicLong;

/**
 * 04. Throws at every third order. Shows that a broken probe is the probe's own trouble: the orders are placed and
 * answered as before.
 *
 * <pre>
 * $ attach-cli/bin/livemark load shop examples/probes/04-throws-every-third/ThrowsEveryThird.java
 * $ attach-cli/bin/livemark list shop --active
 * </pre>
 *
 * Expect the exceptions to be counted by {@code list}, the first of them with its message, and the probe to be taken out
 * by the agent after 100 of them.
 */
public final class ThrowsEveryThird {

    private final AtomicLong orders = new AtomicLong();

    @Probe("order.placed")
    void placed(long id, String item, double total) {
        if (orders.incrementAndGet() % 3 == 0) {
            throw new IllegalStateException("order " + id + " is a third one");
        }
    }
}
