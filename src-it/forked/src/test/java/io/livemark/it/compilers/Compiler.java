/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A compiler that the build has put into a directory of its own. It runs in a JVM of its own. */
enum Compiler {
    /** The last that could write class files older than Java 8's. */
    OLD_ECJ("org.eclipse.jdt.internal.compiler.batch.Main", List.of(), "-nowarn", "-g"),
    ECJ("org.eclipse.jdt.internal.compiler.batch.Main", List.of(), "-nowarn", "-g"),
    KOTLIN(
            "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
            List.of("kotlin-stdlib", "kotlinx-coroutines"),
            "-no-stdlib",
            "-no-reflect",
            "-jvm-target",
            "17"),
    SCALA_2("scala.tools.nsc.Main", List.of("scala-library"), "-nowarn", "-release", "17"),
    SCALA_3("dotty.tools.dotc.Main", List.of("scala-library", "scala3-library"), "-nowarn", "-release", "17"),
    GROOVY("org.codehaus.groovy.tools.FileSystemCompiler", List.of("groovy"));

    private final String main;
    private final List<String> libraries;
    private final List<String> options;

    /**
     * @param libraries how the jars are called that its programs need too
     * @param options what it is always told
     */
    Compiler(String main, List<String> libraries, String... options) {
        this.main = main;
        this.libraries = libraries;
        this.options = List.of(options);
    }

    /** {@return its name as directories are called} */
    String directory() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the jars that its programs need} */
    List<Path> libraries() {
        return jars().stream()
                .filter(jar -> libraries.stream()
                        .anyMatch(prefix -> jar.getFileName().toString().startsWith(prefix)))
                .toList();
    }

    /** Compiles against the API, the classes of these tests and the libraries. */
    void compile(List<Path> sources, Path into, String... more) {
        List<Path> path = new ArrayList<>(List.of(Build.apiJar(), Build.testClasses()));
        path.addAll(libraries());
        // One tier of compilation: the second pays only for programs that take longer.
        List<String> command =
                new ArrayList<>(List.of(Jdk.tool("java"), "-XX:TieredStopAtLevel=1", "-cp", join(jars()), main));
        command.addAll(options);
        command.addAll(List.of(more));
        command.addAll(List.of("-d", into.toString(), "-cp", join(path)));
        sources.forEach(source -> command.add(source.toString()));
        Child.start(command).exits(0);
    }

    /** {@return the sources of a program, which lie among the resources} */
    static List<Path> sources(String program) {
        return files(Build.testClasses().resolve("io/livemark/it/compilers").resolve(program));
    }

    private List<Path> jars() {
        return files(Path.of("target", "compilers", directory()));
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory.toAbsolutePath())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String join(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
