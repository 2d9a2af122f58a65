/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.probes.NamedProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Requests that are refused: exit code 1, what is wrong, and nothing changed. */
@HoweverTheAgentComes
class RefusalIT {

    private static final int OFFSET_OF_THE_MAJOR_VERSION = 7;

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(TurnTarget.class, arrival);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void nothing_was_loaded() {
        target.livemark("unload", "--all").exits(0);
        target.list().shows("life.turn", "idle");
    }

    @Test
    void a_probe_for_a_newer_java() throws IOException {
        byte[] bytes = Files.readAllBytes(Build.classFile(NamedProbe.class));
        bytes[OFFSET_OF_THE_MAJOR_VERSION] = (byte) (44 + Jdk.feature() + 1);
        refused(Files.write(directory.resolve("Newer.class"), bytes), "Java " + (Jdk.feature() + 1));
    }

    @Test
    void a_jar_that_is_no_jar() throws IOException {
        refused(Files.writeString(directory.resolve("no.jar"), "no jar"), "no.jar");
    }

    @Test
    void a_class_file_that_is_no_class_file() throws IOException {
        refused(Files.writeString(directory.resolve("No.class"), "no class"), "No.class");
    }

    @Test
    void what_must_be_compiled_where_there_is_no_compiler() throws IOException {
        Path source = Files.writeString(directory.resolve("Written.java"), "class Written {}");
        for (List<String> words : List.of(
                List.of("load", target.pid() + "", source.toString()), List.of("count", target.pid() + "", "life.*"))) {
            List<String> command = new ArrayList<>(List.of(
                    Jdk.tool("java"),
                    "--limit-modules",
                    "java.base,java.instrument,jdk.attach",
                    "-jar",
                    Build.cliJar().toString()));
            command.addAll(words);
            Child child = Child.start(command);
            child.exits(1);
            child.complains("has no compiler");
            child.complains("hint: run livemark with a JDK");
        }
    }

    @Test
    void a_file_that_is_not_there() {
        refused(directory.resolve("nothing.jar"), "nothing.jar");
    }

    @Test
    void a_class_without_a_handler() {
        refused(Build.classFile(Jdk.class), "@Probe");
    }

    @Test
    void the_same_name_twice() {
        target.load(NamedProbe.class).exits(0);
        target.load(NamedProbe.class)
                .exits(1)
                .complains("NamedProbe")
                .complains("hint: ")
                .keepsQuietAbout("\tat ");
        target.say("turn 1").prints("hit NamedProbe 1 {}");
    }

    @Test
    void a_name_that_no_probe_has() {
        target.livemark("unload", "NoSuchProbe")
                .exits(1)
                .complains("NoSuchProbe")
                .complains("hint: ");
        target.load(NamedProbe.class).exits(0);
        target.livemark("unload", "NamedProbe", "NoSuchProbe").exits(1).complains("NoSuchProbe");
        target.say("turn 1").prints("hit NamedProbe 1 {}");
    }

    private static void refused(Path file, String reason) {
        target.livemark("load", file)
                .exits(1)
                .complains("livemark: ")
                .complains(reason)
                .complains("hint: ")
                .keepsQuietAbout("\tat ");
    }
}
