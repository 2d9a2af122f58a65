/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Closes a channel when its time is over, which ends whatever blocks on it. A socket of the Unix domain has no time-out
 * of its own in Java.
 */
final class Deadline implements AutoCloseable {

    private final Closeable channel;
    private final Duration patience;
    private boolean met;
    private boolean passed;

    Deadline(Closeable channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
        Thread watch = new Thread("livemark deadline") {
            @Override
            public void run() {
                watch();
            }
        };
        watch.setDaemon(true);
        watch.start();
    }

    synchronized boolean passed() {
        return passed;
    }

    @Override
    public synchronized void close() {
        met = true;
        notifyAll();
    }

    private synchronized void watch() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); !met && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            if (!met) {
                passed = true;
                channel.close();
            }
        } catch (InterruptedException | IOException e) {
            // Nobody interrupts this thread, and a channel that does not close has nobody to tell.
        }
    }
}
