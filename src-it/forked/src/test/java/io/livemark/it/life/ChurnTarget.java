/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Threads that run through marks without pause, while probes come and go. */
public final class ChurnTarget {

    private static final int THREADS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final LongAdder HITS = new LongAdder();
    private static final LongAdder WRONG = new LongAdder();
    private static final List<WeakReference<Class<?>>> PROBES = new CopyOnWriteArrayList<>();
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
                case "resources" -> {
                    String[] expected = argument.split(" ");
                    System.out.println(resources(Integer.parseInt(expected[0]), Integer.parseInt(expected[1])));
                }
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

    /** For the probe: its class, which must go when the probe goes. */
    public static void loaded(Class<?> probe) {
        PROBES.add(new WeakReference<>(probe));
    }

    /** How many threads, open files and probes there are, once there are no more than expected, or the time is over. */
    private static String resources(int threads, int files) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            System.gc();
            int nowThreads = ManagementFactory.getThreadMXBean().getThreadCount();
            long nowFiles = openFiles();
            long nowProbes =
                    PROBES.stream().filter(probe -> !probe.refersTo(null)).count();
            boolean asExpected = nowThreads <= threads && nowFiles <= files && nowProbes == 0;
            if (asExpected || System.nanoTime() > deadline) {
                return nowThreads + " " + nowFiles + " " + nowProbes;
            }
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
