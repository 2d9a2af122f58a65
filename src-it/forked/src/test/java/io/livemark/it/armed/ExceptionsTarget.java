/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.it.Console;
import io.livemark.it.VirtualThreads;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/** Takes turns at marks of all forms, and watches itself. */
final class ExceptionsTarget {

    private static int n;

    private ExceptionsTarget() {}

    public static void main(String[] args) throws Exception {
        Turn woven = new Turns();
        Turn hidden = hidden();
        Console.serve((command, argument) -> {
            switch (command) {
                case "guarded" -> turns(argument, woven::guarded);
                case "evaluated" -> turns(argument, woven::evaluated);
                case "shim" -> turns(argument, hidden::guarded);
                case "virtual" ->
                    VirtualThreads.start(() -> turns(argument, woven::guarded)).join();
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** A class whose file nobody finds, so that its marks take the shim. */
    private static Turn hidden() throws IOException, ReflectiveOperationException {
        try (InputStream in = ExceptionsTarget.class.getResourceAsStream("Turns.class")) {
            return (Turn) MethodHandles.lookup()
                    .defineHiddenClass(in.readAllBytes(), true)
                    .lookupClass()
                    .getConstructor()
                    .newInstance();
        }
    }

    /** One work around a mark. */
    private interface Work {
        long at(int n);
    }

    private static void turns(String count, Work work) {
        int wrong = 0;
        int caught = 0;
        int interrupted = 0;
        for (int i = 0; i < Integer.parseInt(count); i++) {
            n++;
            try {
                wrong += work.at(n) == Turn.expected(n) ? 0 : 1;
            } catch (Throwable thrown) {
                caught++;
                thrown.printStackTrace();
            }
            interrupted += Thread.interrupted() ? 1 : 0;
        }
        System.out.println(count + " turns, " + wrong + " wrong, " + caught + " caught, " + interrupted
                + " interrupted, " + Delivered.hits() + " delivered");
    }
}
