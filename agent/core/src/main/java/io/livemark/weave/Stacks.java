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
public final class Stacks {

    private static final int MOST_VIRTUAL = 20_000;

    /** How long virtual threads are looked at; each is stopped for itself. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Map<Thread, StackTraceElement[]> stacks;
    private final Set<String> classes = new HashSet<>();

    private Stacks(Map<Thread, StackTraceElement[]> stacks) {
        this.stacks = stacks;
        for (StackTraceElement[] stack : stacks.values()) {
            for (StackTraceElement frame : stack) {
                classes.add(frame.getClassName());
            }
        }
    }

    /** {@return the stacks of now; stops the JVM for as long as the platform threads take} */
    public static Stacks now() {
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

    /**
     * Stacks that were taken elsewhere.
     *
     * @param stacks by thread, the innermost frame first
     * @return these
     */
    public static Stacks of(Map<Thread, StackTraceElement[]> stacks) {
        return new Stacks(stacks);
    }

    /**
     * The stack of a thread.
     *
     * @param thread the thread
     * @return the innermost frame first; empty for one that is gone or was not seen
     */
    public StackTraceElement[] of(Thread thread) {
        return stacks.getOrDefault(thread, new StackTraceElement[0]);
    }

    /** {@return the threads that were seen} */
    public Set<Thread> threads() {
        return stacks.keySet();
    }

    /** Whether a class of this name is on any of them. */
    boolean hold(String className) {
        return classes.contains(className);
    }

    /** The lines that are running, by class. */
    Map<String, Set<ClassFacts.Line>> running() {
        Map<String, Set<ClassFacts.Line>> running = new HashMap<>();
        stacks.values()
                .forEach(stack -> Arrays.stream(stack)
                        .forEach(frame -> running.computeIfAbsent(frame.getClassName(), name -> new HashSet<>())
                                .add(new ClassFacts.Line(frame.getMethodName(), frame.getLineNumber()))));
        return running;
    }
}
