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
                case "bill" -> bill(n);
                case "rebill" -> Rebilling.hit(n);
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

    private static void bill(int n) {
        for (int i = 0; i < n; i++) {
            mark("bill.sent id={}", "A-" + i);
            mark("bill.closed billId={}", "A-" + i);
            mark("bill.paid id={} total={}", (long) i, 100L + i);
            mark("bill.split id={} share={}", "A-" + i, 0.5);
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

    /** Names the fields of what others bill otherwise, or has them in another order. */
    private static final class Rebilling {

        static void hit(int n) {
            for (int i = 0; i < n; i++) {
                mark("bill.sent billId={}", "B-" + i);
                mark("bill.paid total={} id={}", 100L + i, (long) i);
                mark("bill.split share={} id={}", 0.5, "B-" + i);
                mark("bill.reminded id={}", "B-" + i);
            }
        }
    }

    private static final class Texting {

        static void hit(int n) {
            mark("vary.number a={}", "text " + n);
        }
    }
}
