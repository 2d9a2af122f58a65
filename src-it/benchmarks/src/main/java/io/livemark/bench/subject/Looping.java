/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import static io.livemark.Mark.mark;

import io.livemark.bench.paired.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Two loops that never return, one of them with a mark; they run in turn.
 *
 * <pre>
 *   stdin   speed       stdout  speed  302114.2  301998.7      iterations a millisecond without and with the mark, for each pair
 *                       stdout  done
 * </pre>
 *
 * Between two measurements the marked one runs. A peer instruments {@link Marked#step}, in the class of that loop.
 */
public final class Looping {

    private static final int PAIRS = 15;
    private static final long WINDOW_MILLIS = 20;
    private static final long SETTLING_MILLIS = 10;
    private static final long RECOVERY_MILLIS = 1_000;

    private static final int PLAIN = 1;
    private static final int MARKED = 2;

    private static volatile int turn = MARKED;

    private Looping() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        start(Plain::run);
        start(Marked::run);
        // Long enough for both to be compiled, one after the other.
        speeds(false);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("state")) {
                State.print();
            } else {
                Thread.sleep(RECOVERY_MILLIS);
                speeds(true);
            }
            System.out.println("done");
        }
    }

    private static void start(Runnable loop) {
        Thread thread = new Thread(loop);
        thread.setDaemon(true);
        thread.start();
    }

    private static void speeds(boolean print) throws InterruptedException {
        for (int i = 0; i < PAIRS; i++) {
            double plain = speed(PLAIN);
            double marked = speed(MARKED);
            if (print) {
                System.out.println("speed\t" + plain + "\t" + marked);
            }
        }
    }

    private static double speed(int whose) throws InterruptedException {
        turn = whose;
        Thread.sleep(SETTLING_MILLIS);
        long count = count(whose);
        long start = System.nanoTime();
        Thread.sleep(WINDOW_MILLIS);
        long took = System.nanoTime() - start;
        return (count(whose) - count) * 1e6 / took;
    }

    private static long count(int whose) {
        return whose == PLAIN ? Plain.count : Marked.count;
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Plain {

        private static volatile long count;

        private static void run() {
            for (int x = 1; ; ) {
                while (turn != PLAIN) {
                    pause();
                }
                for (int i = 0; i < 100; i++) {
                    x = step(x, "word");
                }
                count += 100;
            }
        }

        private static int step(int n, String word) {
            int x = n * 31 + word.length();
            x = (x ^ 0x5bd1) * 37;
            return (x ^ 0x5bd1) * 41;
        }
    }

    private static final class Marked {

        private static volatile long count;

        private static void run() {
            for (int x = 1; ; ) {
                while (turn != MARKED) {
                    pause();
                }
                for (int i = 0; i < 100; i++) {
                    x = step(x, "word");
                    mark("bench.loop n={}", x);
                }
                count += 100;
            }
        }

        private static int step(int n, String word) {
            int x = n * 31 + word.length();
            x = (x ^ 0x5bd1) * 37;
            return (x ^ 0x5bd1) * 41;
        }
    }
}
