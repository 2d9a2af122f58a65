/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import io.livemark.it.VirtualThreads;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;

/** Very many threads that come to a mark again and again, and rest in between: a few processors have to do for all. */
public final class CycleTarget {

    private static final int BURST = 50;
    private static final long REST_NANOS = Duration.ofMillis(20).toNanos();
    private static final long VIRTUAL_REST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] TEXTS = {"", "1", "12", "123"};

    private static final LongAdder HITS = new LongAdder();
    private static final LongAdder WRONG = new LongAdder();
    private static final List<Thread> THREADS = new ArrayList<>();
    private static final List<WeakReference<Class<?>>> PROBES = new CopyOnWriteArrayList<>();

    private static AtomicIntegerArray turns;

    private CycleTarget() {}

    public static void main(String[] args) throws Exception {
        int platform = Integer.getInteger("threads");
        int virtual = Integer.getInteger("virtual");
        turns = new AtomicIntegerArray(platform + virtual);
        for (int i = 0; i < platform + virtual; i++) {
            int self = i;
            if (i < platform) {
                Thread thread = new Thread(() -> run(self, REST_NANOS), "cycle-" + i);
                thread.setDaemon(true);
                thread.start();
                THREADS.add(thread);
            } else {
                THREADS.add(VirtualThreads.start(() -> run(self, VIRTUAL_REST_NANOS)));
            }
        }
        Console.serve((command, argument) -> {
            switch (command) {
                // Each thread has begun and ended a burst after this was asked.
                case "turn" -> awaitTurns(2);
                case "hits" -> System.out.println(HITS.sum());
                case "wrong" -> System.out.println(WRONG.sum());
                case "probes" -> System.out.println(awaitNoProbes());
                case "locals" -> System.out.println(ThreadLocals.ofLivemark(THREADS));
                case "figures" -> Figures.take().forEach((name, figure) -> System.out.println(name + "=" + figure));
                case "speed" -> System.out.println(speed());
                case "size" -> System.out.println(awaitCompiled());
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** For the probe: its class, which must go when the probe goes. */
    public static void loaded(Class<?> probe) {
        PROBES.add(new WeakReference<>(probe));
    }

    /** For the probe: a hit, with values that must fit together. */
    public static void hit(long n, String text) {
        HITS.increment();
        if (text.length() != (n & 3)) {
            WRONG.increment();
        }
    }

    private static void run(int self, long restNanos) {
        for (long n = self; ; ) {
            for (int i = 0; i < BURST; i++) {
                turn(n++);
            }
            turns.incrementAndGet(self);
            LockSupport.parkNanos(restNanos);
        }
    }

    private static int turn(long n) {
        String text = TEXTS[(int) n & 3];
        mark("cycle.turn n={} text={}", n, text);
        return text.length();
    }

    private static void awaitTurns(int more) {
        int[] goals = new int[turns.length()];
        for (int i = 0; i < goals.length; i++) {
            goals[i] = turns.get(i) + more;
        }
        for (int i = 0; i < goals.length; i++) {
            while (turns.get(i) < goals[i]) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** How many probe classes are still there, once there is none, or the time is over. */
    private static long awaitNoProbes() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            System.gc();
            PROBES.removeIf(probe -> probe.refersTo(null));
            if (PROBES.isEmpty() || System.nanoTime() > deadline) {
                return PROBES.size();
            }
        }
    }

    /** How many bytes the last compiler's code of a turn has that is used just now. */
    private static int awaitCompiled() throws JMException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        OptionalInt size = Figures.compiled(CycleTarget.class, "turn");
        while (size.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a turn is not compiled");
            }
            speed();
            size = Figures.compiled(CycleTarget.class, "turn");
        }
        return size.getAsInt();
    }

    /** Turns of this thread in a millisecond, the most that was seen: there are others on the machine. */
    private static long speed() {
        int batch = 1_000_000;
        long most = 0;
        long sum = 0;
        for (int i = 0; i < 100; i++) {
            long start = System.nanoTime();
            for (int n = 0; n < batch; n++) {
                sum += turn(n);
            }
            most = Math.max(most, batch * 1_000_000L / (System.nanoTime() - start));
        }
        if (sum == 42) {
            throw new IllegalStateException("the sum is used, so that it is computed");
        }
        return most;
    }
}
