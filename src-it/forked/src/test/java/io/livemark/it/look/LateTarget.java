/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** A shop whose classes are loaded when they are first asked for. */
public final class LateTarget {

    private LateTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            int n = Integer.parseInt(argument);
            switch (command) {
                case "place" -> place(n);
                case "replace" -> Replacing.hit(n);
                case "cancel" -> Cancelling.hit(n);
                case "move" -> Moving.hit(n);
                case "vary" -> vary(n);
                case "more" -> Varying.hit(n);
                case "text" -> Texting.hit(n);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void place(int n) {
        for (int i = 0; i < n; i++) {
            mark("order.placed id={} status={}", "P-" + i, 200);
        }
    }

    private static void vary(int n) {
        mark("vary.two a={} b={}", n, 1);
        for (int i = 0; i < n; i++) {
            mark("vary.number a={}", i);
            mark("vary.number b={} a={}", "B-" + i, i);
        }
    }

    private static final class Replacing {

        static void hit(int n) {
            for (int i = 0; i < n; i++) {
                mark("order.placed id={} status={}", "R-" + i, 200);
            }
        }
    }

    private static final class Cancelling {

        static void hit(int n) {
            for (int i = 0; i < n; i++) {
                mark("order.cancelled id={} why={} status={}", "C-" + i, 'x', 404L);
            }
        }
    }

    private static final class Moving {

        static void hit(int n) {
            for (int i = 0; i < n; i++) {
                mark("order.moved id={}", "M-" + i);
            }
        }
    }

    private static final class Varying {

        static void hit(int n) {
            for (int i = 0; i < n; i++) {
                mark("vary.number b={} a={} c={}", "B-" + i, i, 'c');
            }
        }
    }

    private static final class Texting {

        static void hit(int n) {
            mark("vary.number a={}", "text " + n);
        }
    }
}
