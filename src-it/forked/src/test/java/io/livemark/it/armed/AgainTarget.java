/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import io.livemark.it.VirtualThreads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Two marks; the way from one to the other is the probe's. */
public final class AgainTarget {

    private static final AtomicInteger ENTERED = new AtomicInteger();
    private static final AtomicInteger DELIVERED = new AtomicInteger();

    private static final CountDownLatch TOLD = new CountDownLatch(1);

    private AgainTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "outer" -> outer(1);
                case "virtual" -> VirtualThreads.start(() -> outer(1)).join();
                case "inner" -> inner(1);
                case "inner-virtual" -> VirtualThreads.start(() -> inner(1)).join();
                case "others" -> others();
                case "count" ->
                    System.out.println(ENTERED.getAndSet(0) + " outer, " + DELIVERED.getAndSet(0) + " inner");
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** While one virtual thread rests in a handler, others run on its carrier. */
    private static void others() throws InterruptedException {
        Thread resting = VirtualThreads.start(() -> outer(1));
        while (ENTERED.get() == 0) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 10; i++) {
            VirtualThreads.start(() -> inner(1)).join();
        }
        TOLD.countDown();
        resting.join();
    }

    /** For the probe: waits until the others have run. */
    public static void awaitTold() throws InterruptedException {
        TOLD.await();
    }

    /** What the probe is on. */
    public static void outer(int n) {
        mark("again.outer n={}", n);
    }

    /** Where its handler comes. */
    public static void inner(int n) {
        mark("again.inner n={}", n);
    }

    /** For the probe: the handler on the outer mark was called. */
    public static void entered() {
        ENTERED.incrementAndGet();
    }

    /** For the probe: the handler on the inner mark was called. */
    public static void delivered() {
        DELIVERED.incrementAndGet();
    }
}
