/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long the JVM stands still, by a thread that looks at the clock every half millisecond and notes the longest time
 * between two looks. On a busy machine that is too long rather than too short.
 */
final class StopWatch {

    private static final long STEP_NANOS = 500_000;

    private StopWatch() {}

    /** Runs a task on this thread. */
    static Duration during(Runnable task) {
        Watcher watcher = new Watcher();
        watcher.setDaemon(true);
        watcher.setContextClassLoader(StopWatch.class.getClassLoader());
        watcher.start();
        try {
            task.run();
        } finally {
            watcher.end();
        }
        return Duration.ofNanos(watcher.longest);
    }

    private static final class Watcher extends Thread {

        private volatile boolean over;
        private volatile long longest;

        Watcher() {
            super(null, null, "livemark-watch", 0, false);
        }

        @Override
        public void run() {
            long before = System.nanoTime();
            while (!over) {
                LockSupport.parkNanos(STEP_NANOS);
                long now = System.nanoTime();
                longest = Math.max(longest, now - before - STEP_NANOS);
                before = now;
            }
        }

        void end() {
            over = true;
            LockSupport.unpark(this);
            boolean interrupted = false;
            while (isAlive()) {
                try {
                    join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
