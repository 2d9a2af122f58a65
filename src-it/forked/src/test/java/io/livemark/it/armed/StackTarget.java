/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs through marks to the end of its stack, again and again on one thread. */
public final class StackTarget {

    private static final int STACK_BYTES = 400_000;

    /** How the first runs of marks ended. */
    private static final Set<String> ENDS = new TreeSet<>(Comparator.reverseOrder());

    private static final List<Runnable> SITES = new ArrayList<>();

    private static int delivered;

    /** As deep as the thread could go last. */
    private static int depth;

    private StackTarget() {}

    public static void main(String[] args) throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor(task -> new Thread(null, task, "diver", STACK_BYTES));
        // The JDK's own way to link a call site is not what is to run out of stack.
        turn(0);
        Console.serve((command, argument) -> {
            switch (command) {
                case "dive" ->
                    System.out.println(
                            one.submit(() -> dive(Integer.parseInt(argument))).get());
                case "first" ->
                    one.submit(() -> {
                                first(Integer.parseInt(argument));
                                return null;
                            })
                            .get();
                case "again" ->
                    System.out.println(one.submit(StackTarget::again).get());
                case "ends" -> {
                    System.out.println(String.join(", ", ENDS));
                    ENDS.clear();
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
        one.shutdown();
    }

    /** For the probe: a hit that it could finish. */
    public static void delivered(long sum) {
        delivered++;
    }

    /** For the probe: it is gone. */
    public static void closed() {
        System.out.println("closed");
    }

    /** Down to the end, from a start that differs a little each time; then one turn with the whole stack. */
    private static String dive(int padding) {
        String end;
        try {
            end = "no end at " + pad(padding % 64);
        } catch (Throwable thrown) {
            end = ownOverflow(thrown);
        }
        return end + ", then " + turns();
    }

    private static long pad(int more) {
        return more == 0 ? deeper(0, 1, 2, 3, 4, 5, 6, 7) : pad(more - 1) + more;
    }

    /** Large frames: not so many of the last marks find too little stack that the probe is taken out for it. */
    private static long deeper(long n, long a, long b, long c, long d, long e, long f, long g) {
        long h = a ^ b;
        long i = c ^ d;
        long j = e ^ f;
        long k = g ^ h;
        mark("armed.deep n={}", n);
        return deeper(n + 1, b, c, d, e, f, g, h) + i + j + k;
    }

    private static String ownOverflow(Throwable thrown) {
        if (!(thrown instanceof StackOverflowError)) {
            thrown.printStackTrace();
            return "not its own: " + thrown;
        }
        // The JDK's own frames are there too: a call site is called through some of them.
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("java.lang.Livemark")
                        || frame.getClassName().startsWith("io.livemark.probe."))
                .findFirst()
                .map(frame -> "not its own, from " + frame)
                .orElse("its own overflow");
    }

    /** How many hits of ten are delivered. */
    private static String turns() {
        int before = delivered;
        for (int n = 0; n < 10; n++) {
            turn(n);
        }
        return delivered - before + " of 10";
    }

    private static void turn(long n) {
        mark("armed.deep n={}", n);
    }

    /** Runs a mark for the first time so many frames before the end. */
    private static void first(int framesBeforeTheEnd) throws ReflectiveOperationException {
        Runnable site =
                (Runnable) FreshLoader.define(DeepSite.class).getConstructor().newInstance();
        SITES.add(site);
        try {
            down(0, Integer.MAX_VALUE, site);
        } catch (StackOverflowError e) {
            // Now it is known how deep it is.
        }
        try {
            down(0, depth - framesBeforeTheEnd, site);
            ENDS.add("nothing thrown");
        } catch (StackOverflowError e) {
            // The site needs stack as any code does.
            ENDS.add("overflow");
        } catch (Throwable thrown) {
            thrown.printStackTrace();
            ENDS.add("not an overflow: " + thrown);
        }
    }

    /** Runs all these marks with the whole stack. */
    private static String again() {
        int before = delivered;
        SITES.forEach(Runnable::run);
        return delivered - before + " of " + SITES.size();
    }

    private static void down(int now, int goal, Runnable there) {
        depth = now;
        if (now == goal) {
            there.run();
        } else {
            down(now + 1, goal, there);
        }
    }
}
