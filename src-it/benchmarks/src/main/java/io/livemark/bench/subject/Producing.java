/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import static io.livemark.Mark.mark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Hits one mark as often as it is told to, on four threads. */
public final class Producing {

    private static final int THREADS = 4;

    private Producing() {}

    /** Reads {@code RATE MILLIS}; answers {@code passed}, how many hits there were and the microseconds that they took. */
    public static void main(String[] args) throws IOException, InterruptedException {
        produce(1_000, 100);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            long start = System.nanoTime();
            long passed = produce(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            System.out.println("passed " + passed + " " + (System.nanoTime() - start) / 1_000);
            System.out.println("done");
        }
    }

    private static long produce(int rate, int millis) throws InterruptedException {
        int each = rate / THREADS / 1_000;
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> run(each, millis), "producer-" + i);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (long) each * millis * THREADS;
    }

    /** Catches up where it was held up. */
    private static void run(int each, int millis) {
        long start = System.nanoTime();
        for (int tick = 0; tick < millis; tick++) {
            long due = start + tick * 1_000_000L;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            for (int n = 0; n < each; n++) {
                mark("bench.event n={} word={}", n, "word");
            }
        }
    }
}
