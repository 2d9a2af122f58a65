/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import java.util.Arrays;

/** A thread that works all the time, and knows for each millisecond how much it has done. */
final class Throughput extends Thread {

    private static final int MILLIS = 1 << 16;
    private static final double FULL_SPEED = 0.85;
    private static final int IN_A_ROW = 20;
    private static final int LATEST = 200;

    private final int[] done = new int[MILLIS];
    private final Runnable work;

    Throughput(Runnable work) {
        super("work");
        setDaemon(true);
        this.work = work;
    }

    @Override
    public void run() {
        while (true) {
            work.run();
            done[slot(System.nanoTime() / 1_000_000)]++;
        }
    }

    /** Forgets what was. */
    void reset() {
        Arrays.fill(done, 0);
    }

    /**
     * Prints {@code lost}, the milliseconds of work that were not done in the last {@code millis} ms, and those from the beginning of the
     * longest gap until it worked at full speed again. Full speed is that of the last 200 ms; less than 85 % of it is a gap.
     */
    void print(int millis) {
        long now = System.nanoTime() / 1_000_000;
        double[] speed = new double[millis];
        for (int i = 0; i < millis; i++) {
            speed[i] = done[slot(now - millis + i)];
        }
        double[] latest = Arrays.copyOfRange(speed, millis - LATEST, millis);
        Arrays.sort(latest);
        double full = latest[LATEST / 2];
        double lost = 0;
        int longest = 0;
        int start = 0;
        for (int i = 0, gap = 0; i < millis; i++) {
            boolean slow = speed[i] < FULL_SPEED * full;
            lost += slow ? 1 - speed[i] / full : 0;
            gap = slow ? gap + 1 : 0;
            if (gap > longest) {
                longest = gap;
                start = i - gap + 1;
            }
        }
        System.out.printf(java.util.Locale.ROOT, "lost\t%.1f\t%d%n", lost, recovery(speed, full, start));
    }

    private static int recovery(double[] speed, double full, int start) {
        int good = 0;
        for (int i = start; i < speed.length; i++) {
            good = speed[i] < FULL_SPEED * full ? 0 : good + 1;
            if (good == IN_A_ROW) {
                return i - IN_A_ROW + 1 - start;
            }
        }
        return speed.length - start;
    }

    private static int slot(long millis) {
        return (int) (millis & (MILLIS - 1));
    }
}
