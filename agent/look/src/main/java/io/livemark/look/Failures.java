/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.concurrent.atomic.AtomicLong;

/** What expressions threw: how often, and the first. */
final class Failures {

    private final AtomicLong count = new AtomicLong();
    private volatile String first;
    private long told;

    void add(Throwable thrown) {
        if (count.incrementAndGet() == 1) {
            // The message of an exception of the application is its code.
            boolean isOfTheJdk = thrown.getClass().getClassLoader() == null;
            first = isOfTheJdk ? String.valueOf(thrown) : thrown.getClass().getName();
        }
    }

    void write(Out out) {
        long now = count.get();
        String text = first;
        if (now > told && text != null) {
            told = now;
            out.put(Tag.THREW);
            out.number(now);
            out.text(text, 2_000);
        }
    }
}
