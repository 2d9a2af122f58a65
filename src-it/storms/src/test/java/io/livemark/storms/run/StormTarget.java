/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import io.livemark.it.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An application of 64 threads that run through 1,000 markers, some of these threads virtual where there are such, and of
 * two more that do so in classes which they define anew each time. What the test may say is in {@link #run}.
 */
public final class StormTarget {

    private static final long REST_NANOS = 5_000_000;
    private static final long CHURNERS_REST_NANOS = 50_000_000;

    private static final Checksum[] SUMS =
            IntStream.range(0, Ledger.THREADS).mapToObj(Checksum::new).toArray(Checksum[]::new);
    private static final List<Worker> WORKERS = new ArrayList<>();
    private static final List<Thread> THREADS = new ArrayList<>();

    private StormTarget() {}

    /**
     * Serves the test.
     *
     * @param args the seed of the dice
     */
    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> Violations.add(thread + " of the JVM has thrown", thrown));
        Console.serve((command, argument) -> run(command, argument.split(" ")));
    }

    private static void run(String command, String[] words) throws Exception {
        switch (command) {
            case "begin" -> begin(Long.parseLong(words[0]));
            case "shut" -> Gates.shut(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            case "open" -> Gates.open(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            case "loaded" -> Book.loaded(words[0]);
            case "ending" -> Book.ending(words[0]);
            case "sweeping" -> Book.sweeping();
            case "swept" -> Book.swept();
            case "receipt" -> Book.receipt(words[0], Long.parseLong(words[1]));
            case "unclosed" -> Book.open().forEach(System.out::println);
            case "verify" -> {
                Book.verify();
                Violations.print();
            }
            case "end" -> end();
            case "summary" -> System.out.println(Book.summary());
            case "resources" -> System.out.println(Resources.settled(words));
            default -> throw new IllegalArgumentException(command);
        }
    }

    private static void begin(long seed) throws Exception {
        Group[] groups = new Group[Group.GROUPS];
        for (int number = 0; number < groups.length; number++) {
            groups[number] = CopyLoader.group(Class.forName(Group.className(number)));
        }
        for (int thread = 0; thread < Ledger.WORKERS; thread++) {
            start(new Worker(thread, number -> groups[number], REST_NANOS, seed, SUMS[thread]), thread % 4 == 3);
        }
        for (int thread = Ledger.WORKERS; thread < Ledger.THREADS; thread++) {
            start(new Worker(thread, CopyLoader::copy, CHURNERS_REST_NANOS, seed, SUMS[thread]), false);
        }
    }

    private static void start(Worker worker, boolean virtual) {
        WORKERS.add(worker);
        THREADS.add(Threads.start(worker, "worker-" + THREADS.size(), virtual));
    }

    private static void end() throws InterruptedException {
        WORKERS.forEach(Worker::end);
        for (Thread thread : THREADS) {
            thread.join();
        }
        WORKERS.clear();
        THREADS.clear();
        for (Checksum sum : SUMS) {
            sum.verify();
        }
    }
}
