/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The threads that answer requests, and how the shop waits for threads when it closes. */
final class Threads {

    private static final int WITHOUT_VIRTUAL_THREADS = 16;
    private static final long PATIENCE_SECONDS = 5;

    private Threads() {}

    /** A virtual thread for each request where the JDK has them (21 and later), a fixed pool elsewhere. */
    static ExecutorService forRequests() {
        try {
            // By name, since this is compiled for Java 17.
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (Throwable noneHere) {
            return Executors.newFixedThreadPool(WITHOUT_VIRTUAL_THREADS);
        }
    }

    /** Lets the pool finish what it has begun. */
    static void await(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException goOnClosing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the thread finish what it has begun. */
    static void await(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException goOnClosing) {
            Thread.currentThread().interrupt();
        }
    }
}
