/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** One mark. */
final class TurnTarget {

    private TurnTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> turn(Integer.parseInt(argument)));
    }

    private static void turn(int n) {
        mark("life.turn n={}", n);
    }
}
