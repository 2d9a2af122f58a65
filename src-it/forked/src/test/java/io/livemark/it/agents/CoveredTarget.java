/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** Marks with what JaCoCo puts probes beside and into: lines, branches, calls, ends of methods. */
final class CoveredTarget {

    private CoveredTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            int n = Integer.parseInt(argument);
            System.out.println("made " + (command.equals("idle") ? idle(n) : turn(n)));
        });
    }

    /** Is run while no probe is loaded. */
    private static String idle(int n) {
        mark("covered.idle word={}", n > 1 ? "many" : "one");
        return n > 1 ? "many" : "one";
    }

    private static int turn(int n) {
        mark("covered.turn n={}", n);
        mark("covered.branch word={}", n % 2 == 0 ? "even" : "odd");
        mark(
                "covered.lines n={} twice={}", //
                n, //
                n * 2L);
        mark("covered.call square={}", square(n));
        try {
            if (n > 10) {
                mark("covered.never");
                return -1;
            }
            return tens(n);
        } catch (ArithmeticException e) {
            mark("covered.caught message={}", e.getMessage());
            return 0;
        } finally {
            mark("covered.finally");
        }
    }

    private static int square(int n) {
        return n * n;
    }

    private static int tens(int n) {
        return 10 / n;
    }
}
