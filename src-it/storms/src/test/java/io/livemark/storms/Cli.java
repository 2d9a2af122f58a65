/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.Livemark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;

/**
 * The command line: as a process, as its users run it; and called in this JVM, which is the same code a hundred times as
 * often on a machine of two cores.
 */
final class Cli {

    /** How long a process may take to its end: far more than it waits for answers. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Method RUN = run();

    private Cli() {}

    /** Runs a command in this JVM, to its end. */
    static Ended here(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (PrintWriter outWriter = new PrintWriter(out);
                PrintWriter errWriter = new PrintWriter(err)) {
            int exit = (int) RUN.invoke(null, outWriter, errWriter, words.toArray(new String[0]));
            return new Ended(words, exit, out.toString(), err.toString());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("livemark " + String.join(" ", words), e);
        }
    }

    /** Runs a command as a process, to its end. */
    static Ended process(List<String> words) {
        return end(words, Livemark.start(words));
    }

    static Ended end(List<String> words, Child child) {
        int exit = child.exitCode(PATIENCE);
        return new Ended(words, exit, String.join("\n", child.out()), String.join("\n", child.err()));
    }

    private static Method run() {
        try {
            // Stays open: it is this JVM's command line.
            URLClassLoader jar =
                    new URLClassLoader(new URL[] {Build.cliJar().toUri().toURL()}, null);
            Method run = Class.forName("io.livemark.cli.Main", true, jar)
                    .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
            run.setAccessible(true);
            return run;
        } catch (ReflectiveOperationException | java.io.IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
