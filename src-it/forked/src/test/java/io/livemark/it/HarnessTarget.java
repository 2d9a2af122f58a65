/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

/** Does what targets should not. */
final class HarnessTarget {

    private HarnessTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "speak" -> {
                    System.err.println("err");
                    System.out.println("out");
                }
                case "die" -> Runtime.getRuntime().halt(3);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }
}
