/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The command line in a terminal of 80 columns and 24 rows, which {@code script} of util-linux makes. */
public final class PseudoTerminal {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Child script;
    private final Path seen;

    private PseudoTerminal(Child script, Path seen) {
        this.script = script;
        this.seen = seen;
    }

    /**
     * Runs a command of ours between others of a shell, which goes on where a Ctrl-C ends it.
     *
     * @param directory for what is seen
     * @param type of the terminal
     * @param before what the shell does first
     * @param words the command
     * @param after what the shell does at last; {@code $?} is the exit code
     */
    public static PseudoTerminal start(
            Path directory, String type, String locale, String before, String words, String after) {
        try {
            Path seen = Files.createTempFile(directory, "seen", "");
            String command = "trap : INT; stty rows 24 cols 80; " + before + "; " + Build.launcher() + " " + words
                    + "; " + after;
            List<String> line = new ArrayList<>(List.of(
                    "env",
                    // A background job of a shell ignores it, and so would all that we start.
                    "--default-signal=INT",
                    "JAVA_HOME=" + Jdk.home(),
                    "LIVEMARK_CACHE=" + Build.cliJar().resolveSibling("archives")));
            line.addAll(List.of("TERM=" + type, "LC_ALL=" + locale, "SHELL=/bin/sh"));
            line.addAll(List.of("script", "-qefc", command, seen.toString()));
            return new PseudoTerminal(Child.start(line), seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types a line. */
    public void type(String keys) {
        script.write(keys);
    }

    /** {@return all that it has shown, with the sequences that steer it} */
    public String seen() {
        try {
            return Files.readString(seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until what was shown is as expected. */
    public void shows(Predicate<String> expected) {
        await("such a picture", () -> expected.test(seen()));
    }

    /** Waits. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw script.failure(
                        "no " + what + " within " + PATIENCE.toSeconds() + " s, but\n" + seen().replace("\033", "ESC"));
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** Goes with all that runs in it, as a window that is closed. */
    public void close() {
        script.kill();
    }

    /** Waits for the end of the shell. */
    public void ends() {
        script.exitCode(PATIENCE);
    }
}
