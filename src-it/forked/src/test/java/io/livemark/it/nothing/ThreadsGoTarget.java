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
import java.util.concurrent.CountDownLatch;

/** Threads that are all inside of a handler at one moment, and then end. */
public final class ThreadsGoTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static volatile CountDownLatch all;

    private ThreadsGoTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            List<WeakReference<Thread>> ended = run(command.equals("virtual"), Integer.parseInt(argument));
            System.out.println(awaitGone(ended) + " of " + ended.size() + " are still there");
        });
    }

    /** For the probe. */
    public static void hit() throws InterruptedException {
        all.countDown();
        all.await();
    }

    private static List<WeakReference<Thread>> run(boolean virtual, int count) throws InterruptedException {
        all = new CountDownLatch(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (virtual) {
                threads.add(VirtualThreads.start(ThreadsGoTarget::inside));
            } else {
                Thread thread = new Thread(ThreadsGoTarget::inside, "inside");
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return threads.stream().map(WeakReference::new).toList();
    }

    private static void inside() {
        mark("going.inside n={}", 1);
    }

    /** How many are still there, once there is none, or the time is over. */
    private static long awaitGone(List<WeakReference<Thread>> threads) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            System.gc();
            long left =
                    threads.stream().filter(thread -> !thread.refersTo(null)).count();
            if (left == 0 || System.nanoTime() > deadline) {
                return left;
            }
        }
    }
}
