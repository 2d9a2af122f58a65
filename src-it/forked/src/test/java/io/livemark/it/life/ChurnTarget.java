/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Threads that run through marks without pause, while probes come and go. */
public final class ChurnTarget {

    private static final int THREADS = 3;

    private static final LongAdder HITS = new LongAdder();
    private static final LongAdder WRONG = new LongAdder();
    private static final AtomicLong[] TURNS = new AtomicLong[THREADS];

    private ChurnTarget() {}

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < THREADS; i++) {
            AtomicLong turns = TURNS[i] = new AtomicLong();
            Thread thread = new Thread(() -> run(turns), "churn-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        Console.serve((command, argument) -> {
            switch (command) {
                case "turns" -> awaitTurns(Long.parseLong(argument));
                case "hits" -> System.out.println(HITS.sum());
                case "wrong" -> System.out.println(WRONG.sum());
                case "resources" -> resources();
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** For the probe: one hit, with values that must fit together. */
    public static void hit(long n, long complement, String text) {
        HITS.increment();
        if (complement != ~n || !text.equals("text")) {
            WRONG.increment();
        }
    }

    private static void run(AtomicLong turns) {
        while (true) {
            turn(turns.incrementAndGet());
        }
    }

    private static void turn(long n) {
        mark("churn.guarded n={} c={} s={}", n, ~n, "text");
        mark("churn.evaluated n={} c={} s={}", n, complement(n), "text");
    }

    private static long complement(long n) {
        return ~n;
    }

    private static void awaitTurns(long more) {
        long[] goals = Stream.of(TURNS).mapToLong(turns -> turns.get() + more).toArray();
        for (int i = 0; i < THREADS; i++) {
            while (TURNS[i].get() < goals[i]) {
                Thread.onSpinWait();
            }
        }
    }

    /** Threads, open files, loaded classes; one line each. */
    private static void resources() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        System.out.println(ManagementFactory.getThreadMXBean().getThreadCount());
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            System.out.println(files.count());
        }
        System.out.println(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }
}
