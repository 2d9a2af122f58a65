/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the agent leaves in a target, seen from inside. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /**
     * Prints the names of the agent's threads that do not end. Waits for those that do: the thread that answers a command
     * ends after the client has its answer.
     */
    public static void printThreads(String named) throws InterruptedException {
        List<Thread> ours = new ArrayList<>(Thread.getAllStackTraces().keySet());
        ours.removeIf(thread -> !thread.getName().toLowerCase(Locale.ROOT).contains(named));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : ours) {
            thread.join(
                    Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            if (thread.isAlive()) {
                System.out.println(thread.getName());
            }
        }
    }
}
