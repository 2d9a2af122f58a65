/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import io.livemark.it.Console;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of one marked class, {@code Turns}, and the agent {@link Neighbour}, which it commands. */
final class NeighbourTarget {

    private NeighbourTarget() {}

    public static void main(String[] args) throws Exception {
        Class<?> turns = Class.forName("Turns");
        Console.serve((command, argument) -> {
            switch (command) {
                case "turn" ->
                    System.out.println(
                            "made " + turns.getMethod("turn", int.class).invoke(null, Integer.parseInt(argument)));
                case "add" -> Neighbour.add(argument);
                case "retransform" -> Neighbour.retransform(turns);
                case "redefine" -> Neighbour.redefine(turns, Files.readAllBytes(Path.of(argument)));
                case "redefine-as-seen" -> Neighbour.redefine(turns, Onlooker.last(turns));
                case "calls" -> System.out.println(CallCounter.calls());
                default -> throw new IllegalArgumentException(command);
            }
        });
    }
}
