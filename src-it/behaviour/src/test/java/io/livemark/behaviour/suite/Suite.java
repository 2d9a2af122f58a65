/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.suite;

import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The tests of a library: where they are, and which are run. */
final class Suite {

    final Path library;
    private final Path tests;
    private final List<String> classes;

    Suite(String artifact, String wanted) {
        List<Path> jars = Build.dependency(artifact + "-");
        library = jars.stream().filter(jar -> !isTests(jar)).findFirst().orElseThrow();
        tests = jars.stream().filter(Suite::isTests).findFirst().orElseThrow();
        try (JarFile jar = new JarFile(tests.toFile())) {
            classes = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> name.substring(name.lastIndexOf('.') + 1).matches(wanted))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a JVM needs on its class path beside the harness. */
    List<Path> classPath(Path libraryToTest, Path ownClasses) {
        List<Path> path = new ArrayList<>(List.of(ownClasses, libraryToTest, tests));
        Stream.of("junit-", "opentest4j-", "apiguardian-", "jspecify-", "commons-lang3-")
                .flatMap(prefix -> Build.dependency(prefix).stream())
                .filter(jar -> !isTests(jar) && !path.contains(jar) && !jar.equals(library))
                .forEach(path::add);
        return path;
    }

    /** {@return how each test ended, in the order of the classes} */
    List<String> run(ForkedJvm jvm) {
        List<String> results = new ArrayList<>();
        classes.forEach(name -> results.addAll(jvm.say("run " + name).lines()));
        return results;
    }

    private static boolean isTests(Path jar) {
        return jar.getFileName().toString().endsWith("-tests.jar");
    }
}
