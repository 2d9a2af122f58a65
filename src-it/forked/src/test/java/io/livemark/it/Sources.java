/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java source that a test writes, and the javac of the JDK under test. */
public final class Sources {

    private Sources() {}

    /** Writes the source of a class without a package. */
    public static Path write(Path directory, String className, String source) {
        try {
            return Files.writeString(directory.resolve(className + ".java"), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles source against the API and the classes of these tests. */
    public static void compile(Path source, Path into, String... options) {
        List<String> command = new ArrayList<>(List.of(Jdk.tool("javac"), "-Xlint:-options", "-g"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", Build.apiJar() + java.io.File.pathSeparator + Build.testClasses()));
        command.addAll(List.of("-d", into.toString(), source.toString()));
        Child javac = Child.start(command);
        javac.closeInput();
        if (javac.exitCode(Child.PATIENCE) != 0) {
            throw javac.failure("did not compile " + source.getFileName());
        }
    }
}
