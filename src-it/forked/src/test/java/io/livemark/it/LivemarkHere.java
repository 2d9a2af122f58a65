/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of {@link Livemark}, run inside the JVM of the tests: some milliseconds a command, for tests that give
 * thousands of them or have to be quick between two steps of an application. It is the same jar and the same words; what it
 * has loaded is shared with no test.
 */
public final class LivemarkHere {

    private static final Method RUN = entry();

    private final ForkedJvm target;

    private LivemarkHere(ForkedJvm target) {
        this.target = target;
    }

    /** {@return commands on this JVM} */
    public static LivemarkHere on(ForkedJvm target) {
        return new LivemarkHere(target);
    }

    /** Runs a command to its end: {@code livemark COMMAND PID ARGUMENT…}. May be called on any thread. */
    public Said run(String command, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(command, Long.toString(target.pid())));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            int code = (int)
                    RUN.invoke(null, new PrintWriter(out), new PrintWriter(err), (Object) words.toArray(new String[0]));
            return new Said(target, String.join(" ", words), code, out.toString(), err.toString());
        } catch (InvocationTargetException e) {
            throw new AssertionError("the command line threw at " + words, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Loads a probe of these tests, whatever it may cost: here it is often all that a JVM does. */
    public Said load(Class<?> probe, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(Build.classFile(probe), "--max-overhead", "off"));
        all.addAll(List.of(arguments));
        return run("load", all.toArray());
    }

    /** {@return what {@code livemark list} says of a probe} */
    public ProbeRow probe(String name) {
        return ProbeRow.of(name, run("list").exits(0));
    }

    /** {@return what {@code livemark list --json} says} */
    public Listing list(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Said said = run("list", all.toArray()).exits(0);
        return new Listing(Json.parse(said.out()), said::failure);
    }

    private static Method entry() {
        try {
            // Never closed: it serves all tests of this JVM.
            URLClassLoader jar = new URLClassLoader(
                    new URL[] {Build.cliJar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Method run = Class.forName("io.livemark.cli.Main", true, jar)
                    .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
            run.setAccessible(true);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the command line has another entry now", e);
        }
    }
}
