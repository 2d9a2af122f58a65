/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.it.Console;

/** Goes to a place and stands there until it is told to leave. */
final class PlacesTarget {

    private PlacesTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "enter" -> {
                    Visit.begin();
                    Place.valueOf(argument).enter();
                    Visit.awaitInside();
                }
                case "leave" -> {
                    Visit.release();
                    System.out.println(Visit.end());
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
    }
}
