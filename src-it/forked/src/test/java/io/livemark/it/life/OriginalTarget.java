/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** Shows whether its own code runs or that of the weaver. */
final class OriginalTarget {

    private int n;

    private OriginalTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> System.out.println(read(null)));
    }

    private static String read(OriginalTarget none) {
        try {
            mark("life.turn n={}", none.n);
            return "skipped";
        } catch (NullPointerException e) {
            return "thrown";
        }
    }

    int n() {
        return n++;
    }
}
