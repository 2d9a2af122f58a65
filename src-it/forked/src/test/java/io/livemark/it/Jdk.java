/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JDK that targets and command line run on; {@code -Dlivemark.fork.java.home} names it. */
public final class Jdk {

    private static final Path HOME =
            Path.of(System.getProperty("livemark.fork.java.home", System.getProperty("java.home")));

    private Jdk() {}

    /** {@return its directory} */
    public static Path home() {
        return HOME;
    }

    /** {@return the path of one of its tools, {@code java} for instance} */
    public static String tool(String name) {
        return HOME.resolve("bin").resolve(name).toString();
    }

    /** {@return its feature release, 17 for instance} */
    public static int feature() {
        try {
            String version = Files.readAllLines(HOME.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .orElseThrow();
            return Integer.parseInt(version.replaceAll("\\D*(\\d+).*", "$1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
