/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour;

import io.livemark.behaviour.generate.Program;
import io.livemark.it.Jdk;
import io.livemark.it.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Generated programs, compiled for several releases of Java: concatenation, nest mates and switches differ in the class file. */
public final class Programs {

    final Path directory;
    final List<Program> all = new ArrayList<>();

    private Programs(Path directory) {
        this.directory = directory;
    }

    /** Generates and compiles. */
    static Programs make(Path directory, boolean risky, int first, int perRelease) {
        Programs programs = new Programs(directory);
        for (int release : releases()) {
            List<Program> some = IntStream.range(first, first + perRelease)
                    .mapToObj(seed -> Program.of(release, seed, risky))
                    .toList();
            programs.all.addAll(some);
            compile(some, directory.resolve("source"), directory.resolve("classes"), release);
            if (risky) {
                List<Program> twins = some.stream().map(Program::twin).toList();
                compile(twins, directory.resolve("twin-source"), directory.resolve("twins"), release);
            }
        }
        return programs;
    }

    /** One after another, so that a difference does not depend on the JDK that the tests run on. */
    private static List<Integer> releases() {
        return Jdk.feature() < 25 ? List.of(8, 11, 17) : List.of(8, 11, 17, 25);
    }

    private static void compile(List<Program> programs, Path sources, Path classes, int release) {
        try {
            Files.createDirectories(sources);
            Files.createDirectories(classes);
            List<String> options = new ArrayList<>(List.of("--release", Integer.toString(release), "-nowarn"));
            for (Program program : programs) {
                Path source = Sources.write(sources, program.name(), program.source());
                if (program != programs.get(0)) {
                    options.add(source.toString());
                }
            }
            Path first = sources.resolve(programs.get(0).name() + ".java");
            Sources.compile(first, classes, List.of(testClasses()), options.toArray(new String[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the {@code Mark} that records. */
    static Path recordingMark(Path directory) {
        try (InputStream text = Programs.class.getResourceAsStream("Mark.java.txt")) {
            Path classes = Files.createDirectories(directory.resolve("recording"));
            Path source = Sources.write(
                    Files.createDirectories(directory.resolve("recording-source")),
                    "Mark",
                    new String(text.readAllBytes(), StandardCharsets.UTF_8));
            Sources.compile(source, classes);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the directory of the classes of these tests; those of the harness are elsewhere} */
    public static Path testClasses() {
        try {
            return Path.of(Programs.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
