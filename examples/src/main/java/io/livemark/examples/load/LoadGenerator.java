/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Sends requests at a steady rate, and says at the end whether every one was answered as it should be.
 *
 * <p>Ends by itself when its time is over, and earlier on SIGTERM; either way it waits for the answers that are still
 * due, prints {@code sent N, answered N, wrong 0} and exits with 0 only if that is what the numbers say.
 */
public final class LoadGenerator {

    private LoadGenerator() {}

    /**
     * Runs the customers.
     *
     * @param args {@code --url URL [--seconds N] [--threads N] [--rate N]}
     * @throws InterruptedException never: nobody interrupts the main thread
     */
    public static void main(String... args) throws InterruptedException {
        LoadOptions options;
        try {
            options = LoadOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(LoadOptions.USAGE);
            System.exit(2);
            return;
        }
        // The shop closes connections that were idle for 30 s; ours must be given up before.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");

        Tally tally = new Tally();
        Stop stop = new Stop(Duration.ofSeconds(options.seconds()));
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.now();
            awaitQuietly(done);
            // The status of a JVM that ends by a signal is the signal's; the caller wants to know about the answers.
            Runtime.getRuntime().halt(tally.allRight() ? 0 : 1);
        }));
        run(options, tally, stop);
        System.out.println(tally);
        tally.complaints().forEach(System.err::println);
        done.countDown();
        System.exit(tally.allRight() ? 0 : 1);
    }

    /** Sends until told to stop, and returns when the last answer has come or has been given up. */
    static void run(LoadOptions options, Tally tally, Stop stop) throws InterruptedException {
        // One for all: each has threads of its own, and two cores are shared with the shop.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < options.threads(); i++) {
            Customer customer = new Customer(client, options, i, tally, stop);
            threads.add(new Thread(customer, "customer-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException endAnyway) {
            Thread.currentThread().interrupt();
        }
    }
}
