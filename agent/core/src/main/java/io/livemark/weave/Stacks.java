/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The stacks of the threads of this JVM at about one moment: of platform threads, and of virtual ones as far as they are seen. */
final class Stacks {

    private static final int MOST_VIRTUAL = 20_000;

    /** How long virtual threads are looked at; each is stopped for itself. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Map<Thread, StackTraceElement[]> stacks;

    private Stacks(Map<Thread, StackTraceElement[]> stacks) {
        this.stacks = stacks;
    }

    /** Looks; stops the JVM for as long as the platform threads take. */
    static Stacks now() {
        Map<Thread, StackTraceElement[]> stacks = new HashMap<>(Thread.getAllStackTraces());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Thread virtual : LivemarkThreads.virtual(MOST_VIRTUAL)) {
            if (System.nanoTime() - deadline >= 0) {
                break;
            }
            stacks.put(virtual, virtual.getStackTrace());
        }
        return new Stacks(stacks);
    }

    /** For tests. */
    static Stacks of(Map<Thread, StackTraceElement[]> stacks) {
        return new Stacks(stacks);
    }

    /** The stack of each thread, the innermost frame first; empty for one that is gone or was not seen. */
    StackTraceElement[] of(Thread thread) {
        return stacks.getOrDefault(thread, new StackTraceElement[0]);
    }

    Set<Thread> threads() {
        return stacks.keySet();
    }

    /** The names of the methods that are running, by class. */
    Map<String, Set<String>> running() {
        Map<String, Set<String>> running = new HashMap<>();
        stacks.values()
                .forEach(stack -> Arrays.stream(stack)
                        .forEach(frame -> running.computeIfAbsent(frame.getClassName(), name -> new HashSet<>())
                                .add(frame.getMethodName())));
        return running;
    }
}
