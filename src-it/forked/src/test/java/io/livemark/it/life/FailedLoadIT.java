/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import io.livemark.it.Said;
import io.livemark.it.Sources;
import io.livemark.it.probes.BookProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads that fail in ways that a user can cause: the JVM is as before. */
@HoweverTheAgentComes
class FailedLoadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ForkedJvm target;
    private static LivemarkHere livemark;

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(ReadersTarget.class, arrival);
        livemark = LivemarkHere.on(target);
        target.say("own a").printsNothing();
        target.say("run a").printsNothing();
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void whatever_was_loaded_is_unloaded() {
        livemark.run("unload", "--all").exits(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public Failing() { throw new Error(\"now\"); } | its constructor threw java.lang.Error: now",
                "public Failing() { long[][] all = new long[99999][]; for (int i = 0; i < 99999; i++) all[i] = new long[999999]; }"
                        + " | its constructor threw java.lang.OutOfMemoryError: Java heap space",
                "public Failing() { again(); } void again() { again(); }"
                        + " | its constructor threw java.lang.StackOverflowError",
                "static final int BAD = 1 / Integer.parseInt(\"0\");"
                        + " | its initialiser threw java.lang.ArithmeticException: / by zero",
                "public Failing(int one) {} | no constructor without parameters",
                "@io.livemark.Probe(\"book.read\") void read(String book) {}"
                        + " | takes java.lang.String for the field 'book', the mark passes io.livemark.it.life.Book",
                "@io.livemark.Probe(\"book.read\") int read(Object book) { return 1; } | returns int",
            })
    void a_probe_that_cannot_be_made_leaves_nothing_behind(String members, String complaint) {
        load("Failing", members).exits(1).complains("Failing was not loaded: ").complains(complaint);
        nothingIsLeft();
    }

    @Test
    void a_class_without_the_one_nested_in_it_is_refused_with_the_remedy() throws IOException {
        Path source = source("Failing", "Runnable nested = new Runnable() { @Override public void run() {} };");
        Sources.compile(source, directory);
        // The command line sends it along where it finds it.
        Files.delete(directory.resolve("Failing$1.class"));
        livemark.run("load", directory.resolve("Failing.class"))
                .exits(1)
                .complains("Failing was not loaded: it names Failing$1, which is not among its files")
                .complains("hint: a nested class is a file of its own");
        nothingIsLeft();
    }

    @Test
    void a_class_that_the_jvm_does_not_verify_is_refused() throws IOException {
        Path source = source("Failing", "static int add(int a, int b) { return a + b; }");
        Sources.compile(source, directory, "-g:none");
        Path file = directory.resolve("Failing.class");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, damaged(bytes));
        livemark.run("load", file).exits(1).complains("Failing was not loaded: java.lang.VerifyError");
        nothingIsLeft();
    }

    @Test
    void a_constructor_that_does_not_return_holds_up_nobody() {
        Path source = source(
                "Failing",
                "public Failing() throws Exception { while (System.getProperty(\"go\") == null) Thread.sleep(1); }");
        Child waiting = target.livemarkRunning("load", source);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!threads().contains("Failing.<init>")) {
            if (!waiting.isAlive() || System.nanoTime() - deadline > 0) {
                throw waiting.failure("was to wait in the constructor");
            }
            LockSupport.parkNanos(10_000_000);
        }
        livemark.list().shows("book.count", "idle");
        livemark.load(BookProbe.class).exits(0);
        target.say("run a").prints("hit by a", "hit 1 on the shelf of a");
        load("Failing", "").exits(1).complains("a probe named Failing is being loaded");
        livemark.run("unload", "BookProbe").exits(0);
        target.say("set go").printsNothing();
        waiting.exits(0);
        livemark.run("unload", "Failing").exits(0);
        nothingIsLeft();
    }

    /** Adds two longs where there are two ints. */
    private static byte[] damaged(byte[] file) {
        byte[] add = {0x1a, 0x1b, 0x60, (byte) 0xac};
        for (int at = 0; at + add.length <= file.length; at++) {
            if (java.util.Arrays.equals(file, at, at + add.length, add, 0, add.length)) {
                byte[] damaged = file.clone();
                damaged[at + 2] = 0x61;
                return damaged;
            }
        }
        throw new AssertionError("javac makes something else of an addition");
    }

    private Said load(String name, String members) {
        return livemark.run("load", source(name, members));
    }

    private Path source(String name, String members) {
        return Sources.write(
                directory,
                name,
                "public class " + name + " { @io.livemark.Probe(\"book.count\") void count(int n) {} " + members
                        + " }");
    }

    private void nothingIsLeft() {
        livemark.list().shows("book.read", "idle").shows("book.count", "idle");
        Said list = livemark.run("list").exits(0);
        if (list.out().contains("Failing")) {
            throw list.failure("is still there");
        }
        target.say("run a").printsNothing();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // The names of its loader, and of its class on a stack.
        for (String left = collected(); left.contains("Failing"); left = collected()) {
            if (System.nanoTime() - deadline > 0) {
                throw target.failure("the loader or a thread of the probe is still there:\n" + left);
            }
        }
        livemark.load(BookProbe.class).exits(0);
        target.say("run a").prints("hit by a", "hit 1 on the shelf of a");
        livemark.run("unload", "BookProbe").exits(0).says("2 deliveries, 0 exceptions");
    }

    /** The loaders and threads of the JVM, once it has collected what it could; one command, since each is a JVM more. */
    private String collected() {
        Path commands = directory.resolve("commands");
        try {
            Files.write(commands, List.of("GC.run", "VM.classloaders", "Thread.print"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jcmd("-f", commands.toString());
    }

    private static String threads() {
        return jcmd("Thread.print");
    }

    private static String jcmd(String... command) {
        List<String> words = new ArrayList<>(List.of(Jdk.tool("jcmd"), Long.toString(target.pid())));
        words.addAll(List.of(command));
        Child jcmd = Child.start(words);
        jcmd.exits(0);
        return String.join("\n", jcmd.out());
    }
}
