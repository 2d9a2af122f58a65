/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process and all that it said. Its failures show all of that. */
public final class Child {

    /** How long a child may take for one answer, or to end. Generous: only a failing test waits so long. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Process process;
    private final Writer in;
    private final Lines out;
    private final Lines err;

    private Child(List<String> command) throws IOException {
        this.command = List.copyOf(command);
        ProcessBuilder builder = new ProcessBuilder(command);
        // These two make a JVM print "Picked up …" on stderr, where the tests expect silence.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        this.process = builder.start();
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = Lines.of(process.getInputStream(), "stdout of " + process.pid());
        this.err = Lines.of(process.getErrorStream(), "stderr of " + process.pid());
    }

    /** Starts a process. */
    public static Child start(List<String> command) {
        try {
            return new Child(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its process ID} */
    public long pid() {
        return process.pid();
    }

    /** {@return whether it runs} */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Writes a line to its standard input. */
    public void write(String line) {
        press(line + "\n");
    }

    /** Writes this to its standard input, and no end of line. */
    void press(String keys) {
        try {
            in.write(keys);
            in.flush();
        } catch (IOException e) {
            throw failure("does not read its input any more (" + e + "), when it was told '" + keys.strip() + "'");
        }
    }

    /** Waits for a line of its standard output that is this one; others before it are passed over. */
    public void prints(String line) {
        linesUpTo(line);
    }

    /** Waits for a line of its standard output that has this text in it, and gives it. */
    public String says(String text) {
        List<String> lines = out.awaitUpTo(line -> line.contains(text), PATIENCE)
                .orElseThrow(() -> late("'" + text + "' missing from stdout"));
        return lines.get(lines.size() - 1);
    }

    /** Waits for a line of its standard error that has this text in it. */
    public void complains(String text) {
        err.awaitUpTo(line -> line.contains(text), PATIENCE)
                .orElseThrow(() -> late("'" + text + "' missing from stderr"));
    }

    /** {@return all lines of its standard output from where we are, up to and including this one} */
    List<String> linesUpTo(String last) {
        return out.awaitUpTo(last::equals, PATIENCE).orElseThrow(() -> late("'" + last + "' missing from stdout"));
    }

    /** {@return all that it said on its standard output} */
    public List<String> out() {
        return out.soFar();
    }

    /** {@return all that it said on its standard error} */
    public List<String> err() {
        return err.soFar();
    }

    /** Sends SIGKILL: it has no chance to say farewell. */
    public void kill() {
        process.toHandle().destroyForcibly();
        exitCode(PATIENCE);
    }

    /** Sends SIGTERM, as Ctrl-C sends SIGINT: it is asked to end. (Through the handle: the process closes its streams.) */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGINT, as Ctrl-C does. */
    public void interrupt() {
        start(List.of("kill", "-INT", Long.toString(pid()))).exits(0);
    }

    /** Ends by itself, with this exit code. */
    public void exits(int expected) {
        int code = exitCode(PATIENCE);
        if (code != expected) {
            throw failure("was to exit with " + expected + ", not " + code);
        }
    }

    /** Closes its standard input. */
    void closeInput() {
        try {
            in.close();
        } catch (IOException alreadyGone) {
            // Then it has noticed.
        }
    }

    /** Waits until it has ended by itself. */
    public int exitCode(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                AssertionError failure = late("is still running after " + patience.toSeconds() + " s");
                process.toHandle().destroyForcibly();
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        out.awaitEnd(PATIENCE);
        err.awaitEnd(PATIENCE);
        return process.exitValue();
    }

    /** An assertion that shows the command line and all that the child said. */
    public AssertionError failure(String what) {
        StringBuilder text = new StringBuilder(what)
                .append("\n$ ")
                .append(String.join(" ", command))
                .append(process.isAlive() ? "\n(pid " + process.pid() + ")" : "\n(exit " + process.exitValue() + ")");
        section(text, "stdout", out.soFar());
        section(text, "stderr", err.soFar());
        return new AssertionError(text.toString());
    }

    /** An assertion that shows the threads too: somebody waited in vain. */
    private AssertionError late(String what) {
        StringBuilder text = new StringBuilder(failure(what).getMessage());
        if (process.isAlive()
                && (command.get(0).endsWith("java")
                        || command.contains(Build.launcher().toString()))) {
            section(text, "threads", ThreadDump.of(process.pid()));
        }
        return new AssertionError(text.toString());
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        text.append('\n').append(title).append(':');
        lines.forEach(line -> text.append("\n    ").append(line));
    }
}
