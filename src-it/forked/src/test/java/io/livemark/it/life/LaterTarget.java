/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** Loads a class when it is told to. */
final class LaterTarget {

    private LaterTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "turn" -> Later.turn(Integer.parseInt(argument));
                case "word" -> Words.turn(argument);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static final class Later {
        static void turn(int n) {
            mark("later.turn n={}", n);
        }
    }

    private static final class Words {
        static void turn(String word) {
            mark("later.turn word={}", word);
        }
    }
}
