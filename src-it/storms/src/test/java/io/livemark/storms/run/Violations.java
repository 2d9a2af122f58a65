/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What must not have happened. */
final class Violations {

    private static final int MOST = 50;
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final AtomicLong COUNT = new AtomicLong();

    private Violations() {}

    static void add(String what) {
        if (COUNT.incrementAndGet() <= MOST) {
            SEEN.add(what);
        }
    }

    static void add(String what, Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        add(what + ": " + thrown + (stack.length == 0 ? "" : " at " + stack[0]));
    }

    static void print() {
        SEEN.forEach(System.out::println);
        if (COUNT.get() > MOST) {
            System.out.println("and " + (COUNT.get() - MOST) + " more");
        }
    }
}
