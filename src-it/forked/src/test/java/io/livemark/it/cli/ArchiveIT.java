/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The launcher's archives of class data: made beside the first command, used by the next, and never in anybody's way. */
class ArchiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(20);

    @TempDir
    private static Path directory;

    private static Path jar;
    private static Path launcher;
    private static Path java;
    private static Path made;

    /** What may become of a file. */
    enum Damage {
        EMPTY {
            @Override
            byte[] of(byte[] whole) {
                return new byte[0];
            }
        },
        ZEROS {
            @Override
            byte[] of(byte[] whole) {
                return new byte[whole.length];
            }
        },
        HALF {
            @Override
            byte[] of(byte[] whole) {
                return Arrays.copyOf(whole, whole.length / 2);
            }
        },
        ANOTHER_JDKS {
            @Override
            byte[] of(byte[] whole) {
                byte[] header = whole.clone();
                // The words with which a JVM tells which one it is lie within the first page.
                for (int i = 0; i < 4096; i++) {
                    header[i] = header[i] == '2' ? (byte) '3' : header[i];
                }
                return header;
            }
        };

        abstract byte[] of(byte[] whole);
    }

    /** As it is installed: bin and lib, a JDK, and the cache of a user; and two of his first commands at once. */
    @BeforeAll
    static void two_first_commands_at_once_make_one_pair_of_archives() throws IOException {
        launcher = copy(Build.launcher(), "bin/livemark");
        jar = copy(Build.cliJar(), "lib/livemark.jar");
        copy(Jdk.home().resolve("release"), "jdk/release");
        java = Files.writeString(directoryOf("jdk/bin/java"), """
                #!/bin/sh
                # The JDK's, with a log in a file beside what the launcher asks for.
                for word; do
                    shift
                    set -- "$@" "$word"
                    [ "$word" != -Xlog:disable ] || set -- "$@" -Xlog:class+load:file=%s
                done
                exec %s "$@"
                """.formatted(loaded(), Jdk.tool("java")));
        assertTrue(java.toFile().setExecutable(true));
        Child first = start("HOME=" + directory.resolve("home"), "--version");
        Child second = start("HOME=" + directory.resolve("home"), "ps");
        silent(first);
        silent(second);
        made = directory.resolve("home/.cache/livemark");
        await("both archives in " + made, () -> names(made).size() == 2);
        for (String name : names(made)) {
            assertTrue(name.endsWith(".jsa"), names(made).toString());
        }
    }

    @Test
    void the_next_command_has_its_classes_from_there() throws IOException {
        Files.deleteIfExists(loaded());
        silent(start("HOME=" + directory.resolve("home"), "ps"));
        List<String> main = Files.readAllLines(loaded()).stream()
                .filter(line -> line.contains(" io.livemark.cli.Main ") || line.contains(" picocli.CommandLine "))
                .toList();
        assertEquals(2, main.size(), main.toString());
        for (String line : main) {
            assertTrue(line.contains("shared objects file"), line);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_that_is_damaged_harms_no_command_and_is_not_spoken_of(Damage damage) throws IOException {
        Path cache = Files.createDirectories(directory.resolve("damaged-" + damage));
        for (String name : names(made)) {
            Path damaged = Files.write(cache.resolve(name), damage.of(Files.readAllBytes(made.resolve(name))));
            Files.setLastModifiedTime(damaged, Files.getLastModifiedTime(jar));
        }
        Child command = silent(start("LIVEMARK_CACHE=" + cache, "--version"));
        assertTrue(command.out().get(0).startsWith("livemark "), command.out().toString());
        assertEquals(1, command.out().size(), command.out().toString());
    }

    @Test
    void a_cache_that_cannot_be_written_is_not_spoken_of() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        silent(start("LIVEMARK_CACHE=" + file.resolve("cache"), "--version"));
    }

    @Test
    void nobody_needs_a_home() {
        silent(start("HOME=", "--version"));
    }

    @Test
    void a_jar_of_another_time_has_another_archive_made() throws IOException {
        Path cache = Files.createDirectories(directory.resolve("old"));
        for (String name : names(made)) {
            Path copy = Files.copy(made.resolve(name), cache.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            if (name.contains("-plain-")) {
                Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
            }
        }
        silent(start("LIVEMARK_CACHE=" + cache, "--version"));
        await("new archive in " + cache, () -> names(cache).size() == 2 && ofTheJarsTime(cache));
    }

    private static boolean ofTheJarsTime(Path cache) throws IOException {
        for (String name : names(cache)) {
            Path archive = cache.resolve(name);
            if (!Files.exists(archive) || !Files.getLastModifiedTime(archive).equals(Files.getLastModifiedTime(jar))) {
                return false;
            }
        }
        return true;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(String what, Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("no " + what + " within " + PATIENCE.toSeconds() + " s: "
                        + (Files.isDirectory(directory) ? names(directory) : "nothing"));
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static Child start(String setting, String command) {
        List<String> words = new ArrayList<>(List.of("env", "-u", "XDG_CACHE_HOME", "-u", "LIVEMARK_CACHE"));
        words.addAll(List.of(setting, "JAVA_HOME=" + java.getParent().getParent(), launcher.toString(), command));
        return Child.start(words);
    }

    private static Child silent(Child command) {
        command.exits(0);
        assertEquals(List.of(), command.err());
        return command;
    }

    private static Path loaded() {
        return directory.resolve("loaded.txt");
    }

    private static Path copy(Path from, String to) throws IOException {
        return Files.copy(from, directoryOf(to), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Path directoryOf(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
