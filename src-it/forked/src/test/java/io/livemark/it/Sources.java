/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** {@return the text of a program that lies among the resources, since the build must not compile it} */
    public static String resource(String className) {
        try (InputStream in = Sources.class.getResourceAsStream(className + ".java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles source against the API and the classes of these tests. */
    public static void compile(Path source, Path into, String... options) {
        compile(source, into, List.of(), options);
    }

    /** Like {@link #compile(Path, Path, String...)}, against more. */
    public static void compile(Path source, Path into, List<Path> classPath, String... options) {
        List<Path> path = new ArrayList<>(List.of(Build.apiJar(), Build.testClasses()));
        path.addAll(classPath);
        List<String> command = new ArrayList<>(List.of(Jdk.tool("javac"), "-Xlint:-options", "-g"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", join(path)));
        command.addAll(List.of("-d", into.toString(), source.toString()));
        Child javac = Child.start(command);
        javac.closeInput();
        if (javac.exitCode(Child.PATIENCE) != 0) {
            throw javac.failure("did not compile " + source.getFileName());
        }
    }

    /** {@return a class path} */
    public static String join(List<Path> path) {
        return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    }
}
