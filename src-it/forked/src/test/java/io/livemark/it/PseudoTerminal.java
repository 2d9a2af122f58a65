/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line in a terminal of 80 columns and 24 rows at first, which {@code script} of util-linux makes. */
public final class PseudoTerminal {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int ROWS = 24;
    private static final int COLUMNS = 80;
    private static final Pattern DEVICE = Pattern.compile("terminal (/dev/\\S+)");

    private final Child script;
    private final Path seen;
    private final List<Resized> sizes = new ArrayList<>();

    /** It has another size since it had shown so many characters. */
    private record Resized(int since, int rows, int columns) {}

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
            String command = "trap : INT; stty rows " + ROWS + " cols " + COLUMNS + "; echo terminal $(tty); " + before
                    + "; " + Build.launcher() + " " + words + "; " + after;
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

    /** Presses keys, one after the other, without an Enter at their end. */
    public void press(String keys) {
        script.press(keys);
    }

    /** Gives it another size; who runs in it is told by a signal. */
    public void resize(int rows, int columns) {
        String text = seen();
        Matcher device = DEVICE.matcher(text);
        if (!device.find()) {
            throw script.failure("it does not say which terminal it is");
        }
        sizes.add(new Resized(text.length(), rows, columns));
        Child.start(List.of("stty", "-F", device.group(1), "rows", "" + rows, "cols", "" + columns))
                .exits(0);
    }

    /** {@return what is to be seen now, line by line} */
    public List<String> picture() {
        String text = seen();
        Picture picture = new Picture(ROWS, COLUMNS);
        int at = 0;
        for (Resized resized : sizes) {
            picture.take(text.substring(at, resized.since()));
            picture.resize(resized.rows(), resized.columns());
            at = resized.since();
        }
        picture.take(text.substring(at));
        return picture.lines();
    }

    /** {@return all that it has shown, with the sequences that steer it} */
    public String seen() {
        try {
            // What stands at its end may be a part of a character.
            return new String(Files.readAllBytes(seen), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until what was shown is as expected. */
    public void shows(Predicate<String> expected) {
        await("such a picture", () -> expected.test(seen()));
    }

    /** Waits until what is to be seen is as expected. */
    public void pictures(Predicate<List<String>> expected) {
        try {
            await("such a picture", () -> expected.test(picture()));
        } catch (AssertionError e) {
            throw new AssertionError(String.join("\n", picture()) + "\n" + e.getMessage(), e);
        }
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
