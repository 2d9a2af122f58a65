/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.guest;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;

/** Tries what the agent may do and the application may not. */
final class QuietTarget {

    private QuietTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "turn" -> turn(Integer.parseInt(argument));
                case "reflect" ->
                    attempt(() -> String.class.getDeclaredField("value").setAccessible(true));
                case "lookup" -> attempt(() -> MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()));
                case "open" -> System.out.println(open());
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void turn(int n) {
        mark("life.turn n={}", n);
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
            System.out.println("allowed");
        } catch (Exception e) {
            System.out.println("refused " + e.getClass().getSimpleName());
        }
    }

    /** Whether {@code java.lang} is open to this loader, to the system loader, to one that comes now. */
    private static boolean open() throws Exception {
        Module base = Object.class.getModule();
        try (URLClassLoader fresh = new URLClassLoader(new URL[0])) {
            return base.isOpen("java.lang")
                    || base.isOpen("java.lang", QuietTarget.class.getModule())
                    || base.isOpen(
                            "java.lang", ClassLoader.getSystemClassLoader().getUnnamedModule())
                    || base.isOpen("java.lang", fresh.getUnnamedModule());
        }
    }
}
