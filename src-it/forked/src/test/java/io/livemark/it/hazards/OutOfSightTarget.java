/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import io.livemark.it.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** Runs code whose class file nobody can read: of a hidden class, or of one that a loader has made up. */
final class OutOfSightTarget {

    private OutOfSightTarget() {}

    public static void main(String[] args) throws Exception {
        List<Runnable> strangers = new ArrayList<>();
        Console.serve((command, argument) -> {
            switch (command) {
                case "hidden" ->
                    strangers.add((Runnable) MethodHandles.lookup()
                            .defineHiddenClass(file(), true)
                            .lookupClass()
                            .getConstructor()
                            .newInstance());
                case "generated" ->
                    strangers.add(
                            (Runnable) new Generator().make().getConstructor().newInstance());
                case "run" -> strangers.forEach(Runnable::run);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static byte[] file() throws IOException {
        try (InputStream in = OutOfSightTarget.class.getResourceAsStream("Stranger.class")) {
            return in.readAllBytes();
        }
    }

    /** Defines the class itself, and finds no resource for it. */
    private static final class Generator extends ClassLoader {

        Class<?> make() throws IOException {
            byte[] file = file();
            return defineClass("io.livemark.it.hazards.Stranger", file, 0, file.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return null;
        }
    }
}
