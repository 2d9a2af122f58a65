/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Marks of one spec at several sites with other types, in a class that is left alone since a loop is running in it. */
final class CallersTarget {

    private CallersTarget() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        Thread looping = new Thread(() -> loop(inside), "loop");
        looping.setDaemon(true);
        looping.start();
        inside.await();
        Console.serve((command, argument) -> {
            switch (command) {
                case "text" -> text("plain");
                case "supplied" -> supplied(() -> "supplied");
                case "number" -> number(7);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void loop(CountDownLatch inside) {
        while (true) {
            inside.countDown();
        }
    }

    private static void text(String value) {
        mark("caller.seen value={}", value);
    }

    private static void supplied(Supplier<String> value) {
        mark("caller.seen value={}", value);
    }

    private static void number(int value) {
        mark("caller.seen value={}", value);
    }
}
