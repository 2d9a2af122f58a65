/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What must not be. Told at once, since the JVM may not live to tell it later. */
final class Findings {

    private static final int MOST_SHOWN = 200;

    private final AtomicInteger count = new AtomicInteger();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();

    void add(String part, String className, String what) {
        if (count.incrementAndGet() <= MOST_SHOWN) {
            String line = "FINDING " + part + " " + className + ": "
                    + what.lines()
                            .limit(12)
                            .reduce("", (a, b) -> a + "\n    " + b)
                            .strip();
            shown.add(line);
            System.out.println(line);
        }
    }

    int count() {
        return count.get();
    }
}
