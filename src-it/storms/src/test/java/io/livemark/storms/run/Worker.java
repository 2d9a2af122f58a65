/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** A thread of the application: hits the markers of one group after the other. */
final class Worker implements Runnable {

    /** What makes the classes that a thread runs. */
    @FunctionalInterface
    interface Classes {
        Group group(int number) throws Exception;
    }

    private static final int TURNS = 5;

    /**
     * A thread rests so many times as long as it was busy: all of them together leave the clients and the agent their share of a
     * small machine.
     */
    private static final int REST = 100;

    private static final long LONGEST_REST_NANOS = 100_000_000;

    private final int thread;
    private final Classes classes;
    private final long shortestRestNanos;
    private final SplittableRandom dice;
    private final Checksum sum;
    private volatile boolean over;

    Worker(int thread, Classes classes, long shortestRestNanos, long seed, Checksum sum) {
        this.thread = thread;
        this.classes = classes;
        this.shortestRestNanos = shortestRestNanos;
        this.dice = new SplittableRandom(seed + thread);
        this.sum = sum;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                long start = System.nanoTime();
                int number = dice.nextInt(Group.GROUPS);
                Group group = classes.group(number);
                if (Gates.enter(thread, number)) {
                    try {
                        visit(group, number);
                    } finally {
                        Gates.leave(thread);
                    }
                }
                rest(System.nanoTime() - start);
            }
        } catch (Throwable e) {
            Violations.add("thread " + thread + " of the application has thrown", e);
        }
    }

    private void visit(Group group, int number) {
        for (int turn = 0; turn < TURNS; turn++) {
            for (int place = 0; place < Group.SIZE; place++) {
                Ledger.hit(group, number, place, thread, sum);
            }
        }
    }

    private void rest(long busyNanos) {
        LockSupport.parkNanos(Math.max(shortestRestNanos, Math.min(busyNanos * REST, LONGEST_REST_NANOS)));
    }

    void end() {
        over = true;
    }
}
