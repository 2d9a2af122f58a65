/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import io.livemark.it.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The flight recorder of a target, as the JDK's tools command it. */
final class Recorder {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ForkedJvm target;
    private final LivemarkHere livemark;

    Recorder(ForkedJvm target) {
        this.target = target;
        this.livemark = LivemarkHere.on(target);
    }

    /** Starts a recording of nothing but what these settings say. */
    Recorder start(String name, String... settings) {
        List<String> words = new ArrayList<>(List.of("JFR.start", "name=" + name, "settings=none"));
        words.addAll(List.of(settings));
        return jcmd(words);
    }

    /** Ends a recording. */
    Recorder stop(String name) {
        return jcmd(List.of("JFR.stop", "name=" + name));
    }

    /**
     * Has what was recorded so far written. The recorder of JDK 17 forgets methods of a class that is retransformed, if they stand in
     * a stack that it has not written yet; its own {@code jfr print} then fails.
     */
    Recorder dump(String name, Path file) {
        return jcmd(List.of("JFR.dump", "name=" + name, "filename=" + file));
    }

    /** Ends a recording, and gives its events as {@code jfr print} does. */
    Printed stop(String name, Path file) {
        jcmd(List.of("JFR.stop", "name=" + name, "filename=" + file));
        return Printed.of(file);
    }

    /** Waits until a marker is in a state. */
    Recorder shows(String marker, String state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Said list = livemark.run("list", marker).exits(0);
            if (list.out()
                    .lines()
                    .anyMatch(line -> line.startsWith(marker + " ") && line.contains(" " + state + " "))) {
                return this;
            } else if (System.nanoTime() - deadline >= 0) {
                throw list.failure(marker + " was to be " + state);
            }
            pause();
        }
    }

    /** {@return the name of the one probe that is on a marker} */
    String probeOn(String marker) {
        Said list = livemark.run("list", marker).exits(0);
        return list.out()
                .lines()
                .filter(line -> line.startsWith(marker + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(name -> name.startsWith("jfr-"))
                .findFirst()
                .orElseThrow(() -> list.failure("no probe of a recording is on " + marker));
    }

    /** Waits until no recording is left, running or not. */
    void hasNoRecording() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Child jcmd = Child.start(List.of(Jdk.tool("jcmd"), Long.toString(target.pid()), "JFR.check"));
            jcmd.exits(0);
            if (jcmd.out().stream().anyMatch(line -> line.contains("No available recordings"))) {
                return;
            } else if (System.nanoTime() - deadline >= 0) {
                throw jcmd.failure("a recording is left");
            }
            pause();
        }
    }

    LivemarkHere livemark() {
        return livemark;
    }

    private Recorder jcmd(List<String> words) {
        List<String> command = new ArrayList<>(List.of(Jdk.tool("jcmd"), Long.toString(target.pid())));
        command.addAll(words);
        Child jcmd = Child.start(command);
        jcmd.exits(0);
        if (jcmd.out().stream().noneMatch(line -> line.matches("(Started|Dumped|Stopped).*"))) {
            throw jcmd.failure("the recorder did not do it");
        }
        return this;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
