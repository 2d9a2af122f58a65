/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;

/** A thread that holds a lock, and goes on with its work while it does. */
public final class LocksTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Object LOCK = new Object();

    /** What the thread that holds the lock is to do; it lets go where that is {@link #LET_GO}. */
    private static final SynchronousQueue<Runnable> WORK = new SynchronousQueue<>();

    private static final Runnable LET_GO = () -> {};

    private static Thread visitor;
    private static Class<?> slow;

    private LocksTarget() {}

    public static void main(String[] args) throws Exception {
        turn(0);
        Console.serve((command, argument) -> {
            switch (command) {
                case "define" -> slow = FreshLoader.define(DeepSite.class, LocksTarget::take);
                case "hold" -> hold();
                case "work" -> {
                    WORK.put(LocksTarget::work);
                    // Taken up only after that.
                    WORK.put(() -> {});
                }
                case "release" -> WORK.put(LET_GO);
                case "turn" -> {
                    visitor = new Thread(() -> turn(1), "visitor");
                    visitor.start();
                }
                case "waits" -> awaitWaiting();
                case "end" -> visitor.join();
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** For the probe: takes the lock, once it is free. */
    public static void take() {
        synchronized (LOCK) {
            // That is all.
        }
    }

    private static void hold() throws InterruptedException {
        Thread holder = new Thread(
                () -> {
                    synchronized (LOCK) {
                        for (Runnable next = next(); next != LET_GO; next = next()) {
                            next.run();
                        }
                    }
                },
                "holder");
        holder.setDaemon(true);
        holder.start();
        // Taken up only by who has the lock.
        WORK.put(() -> {});
    }

    private static Runnable next() {
        try {
            return WORK.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hits a mark, defines a class that has one, and links that. */
    private static void work() {
        turn(2);
        try {
            ((Runnable) FreshLoader.define(DeepSite.class).getConstructor().newInstance()).run();
            System.out.println("worked");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void turn(int n) {
        mark("lock.turn n={}", n);
    }

    /** Until somebody waits for the lock. */
    private static void awaitWaiting() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Thread.getAllStackTraces().entrySet().stream()
                .noneMatch(thread -> thread.getKey().getState() == Thread.State.BLOCKED
                        && thread.getValue().length > 0
                        && thread.getValue()[0].getMethodName().equals("take"))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nobody waits for the lock");
            }
        }
    }
}
