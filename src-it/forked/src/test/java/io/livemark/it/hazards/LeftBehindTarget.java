/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.concurrent.CountDownLatch;

/** Shows whether its own code runs or that of the weaver, and may have a loop running. */
final class LeftBehindTarget {

    private static final CountDownLatch inside = new CountDownLatch(1);

    private static volatile boolean stop;

    private int n = 3;

    private LeftBehindTarget() {}

    public static void main(String[] args) throws Exception {
        Thread[] looping = new Thread[1];
        Console.serve((command, argument) -> {
            switch (command) {
                // What is read through null is read by the original code, and skipped by woven code that is not armed.
                case "read" -> System.out.println(read(null));
                case "hit" -> read(new LeftBehindTarget());
                case "loop" -> {
                    looping[0] = new Thread(LeftBehindTarget::loop, "loop");
                    looping[0].setDaemon(true);
                    looping[0].start();
                    inside.await();
                }
                case "end" -> {
                    stop = true;
                    looping[0].join();
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static String read(LeftBehindTarget some) {
        try {
            mark("given.back n={}", some.n);
            return "skipped";
        } catch (NullPointerException e) {
            return "thrown";
        }
    }

    private static void loop() {
        inside.countDown();
        while (!stop) {
            Thread.onSpinWait();
        }
    }
}
