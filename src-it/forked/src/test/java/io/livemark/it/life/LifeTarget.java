/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import io.livemark.it.Leftovers;

/** A mark to load probes on, and one whose field runs into another. */
final class LifeTarget {

    private LifeTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "turn" -> {
                    turn(Integer.parseInt(argument));
                    System.out.println("did " + argument);
                }
                case "turns" -> {
                    for (int n = 0; n < Integer.parseInt(argument); n++) {
                        turn(n);
                    }
                    System.out.println("did " + argument);
                }
                case "outer" -> outer(new Value());
                case "threads" -> Leftovers.printThreads(argument);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void turn(int n) {
        mark("life.turn n={}", n);
    }

    private static void outer(Value value) {
        mark("life.outer value={}", value);
    }

    private static final class Value {
        @Override
        public String toString() {
            mark("life.inner");
            return "value";
        }
    }
}
