/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import io.livemark.it.Console;
import java.lang.instrument.ClassDefinition;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a class, and redefines it with other files. */
final class RefusedTarget {

    private RefusedTarget() {}

    public static void main(String[] args) throws Exception {
        Class<?> swapped = Class.forName("Swapped");
        Runnable running = (Runnable) swapped.getConstructor().newInstance();
        Console.serve((command, argument) -> {
            switch (command) {
                case "run" -> running.run();
                case "redefine" -> {
                    byte[] file = Files.readAllBytes(Path.of(argument));
                    try {
                        Instruments.instrumentation().redefineClasses(new ClassDefinition(swapped, file));
                        System.out.println("redefined");
                    } catch (UnsupportedOperationException e) {
                        System.out.println("refused");
                    }
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
    }
}
