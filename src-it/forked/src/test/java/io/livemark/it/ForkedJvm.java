/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A JVM that runs a target. Closing it is a test too: it must end by itself, and with success. */
public final class ForkedJvm implements AutoCloseable {

    private static final String LIMIT = "--max-overhead";
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Child child;

    private ForkedJvm(Child child) {
        this.child = child;
    }

    /** Starts a target; the agent is there when this returns, and the target has said {@code ready}. */
    public static ForkedJvm start(Class<?> main, Arrival arrival, String... jvmOptions) {
        return start(main.getName(), arrival, List.of(), jvmOptions);
    }

    /** Like {@link #start(Class, Arrival, String...)}, with more on the class path. */
    public static ForkedJvm start(String main, Arrival arrival, List<Path> classPath, String... jvmOptions) {
        boolean atStart = arrival == Arrival.AT_START;
        List<String> options = new ArrayList<>(List.of(jvmOptions));
        if (atStart) {
            options.add("-javaagent:" + Build.agentJar());
        }
        ForkedJvm jvm = startWithoutAgent(main, classPath, options.toArray(new String[0]));
        if (!atStart) {
            jvm.attach();
        }
        return jvm;
    }

    /** Starts a target without the agent. */
    public static ForkedJvm startWithoutAgent(Class<?> main, String... jvmOptions) {
        return startWithoutAgent(main.getName(), List.of(), jvmOptions);
    }

    /** Like {@link #startWithoutAgent(Class, String...)}, with more on the class path. */
    public static ForkedJvm startWithoutAgent(String main, List<Path> classPath, String... jvmOptions) {
        List<Path> path = new ArrayList<>(List.of(Build.testClasses(), Build.apiJar()));
        path.addAll(classPath);
        List<String> command = new ArrayList<>(List.of(Jdk.tool("java"), "-Xmx256m"));
        command.addAll(VerifiedJdk.options());
        command.addAll(List.of(jvmOptions));
        command.add("-cp");
        command.add(Sources.join(path));
        command.add(main);
        Child child = Child.start(command);
        child.prints("ready");
        return new ForkedJvm(child);
    }

    private void attach() {
        try {
            livemark("attach").exits(0);
        } catch (AssertionError e) {
            child.kill();
            throw e;
        }
    }

    /** Has the target carry out a command, and waits until it has. What was printed before is passed over. */
    public Answer say(String command) {
        child.write(command);
        child.prints("> " + command);
        List<String> lines = child.linesUpTo("done");
        return new Answer(child, command, lines.subList(0, lines.size() - 1));
    }

    /** Waits for a line that the target prints by itself; others before it are passed over. */
    public ForkedJvm prints(String line) {
        child.prints(line);
        return this;
    }

    /** Waits for a line on its standard error that has this text in it. */
    public ForkedJvm complains(String text) {
        child.complains(text);
        return this;
    }

    /** Runs the command line on this JVM: {@code livemark COMMAND PID ARGUMENT…}. */
    public Output livemark(String command, Object... arguments) {
        return Livemark.run(child, toThis(command, arguments));
    }

    /** Starts the command line on this JVM and leaves it running. */
    public Child livemarkRunning(String command, Object... arguments) {
        return Livemark.start(toThis(command, arguments));
    }

    /** Loads a probe of these tests under the simple name of its class. */
    public Output load(Class<?> probe, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(Build.classFile(probe)));
        all.addAll(List.of(arguments));
        return livemark("load", all.toArray());
    }

    /** {@return what {@code livemark list --json} says} */
    public Listing list(String... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return new Listing(livemark("list", all.toArray()).exits(0));
    }

    /** {@return its process ID} */
    public long pid() {
        return child.pid();
    }

    /** {@return all that the JVM and the target said on standard output} */
    public List<String> out() {
        return child.out();
    }

    /** {@return all that the JVM and the target said on standard error} */
    public List<String> err() {
        return child.err();
    }

    /** {@return an assertion that shows everything} */
    public AssertionError failure(String what) {
        return child.failure(what);
    }

    /** Tells the target to end; that, too, must happen by itself. */
    @Override
    public void close() {
        if (child.isAlive()) {
            child.write("exit");
            child.closeInput();
        }
        int code = child.exitCode(FAREWELL);
        if (code != 0) {
            throw child.failure("ended with " + code);
        }
    }

    private List<String> toThis(String command, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(command, Long.toString(pid())));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        if (command.equals("load") && !words.contains(LIMIT)) {
            // A machine that runs other tests beside this makes any handler slow.
            words.addAll(List.of(LIMIT, "off"));
        }
        return words;
    }
}
