/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.ThreadDump;
import io.livemark.storms.run.StormTarget;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The JVM that the storm is about. Several threads may talk to it, one after the other. */
final class Target implements AutoCloseable {

    /** What the JVM says, from JDK 24 on, of a client that is killed before it has said what it wants to attach. */
    private static final String ATTACH_ERROR = "[error][attach] Failed to read ";

    private final ForkedJvm jvm;

    private Target(ForkedJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * The JVM's own warning about an agent that is attached is for whoever attaches, and silenced as it says. What is reachable
     * softly alone counts as gone: the JDK keeps the last conversion of its method handles so, those for the hash codes of records
     * among them, and with one the record's class loader, for minutes where memory is plenty.
     */
    static Target start(Arrival arrival, Path classes) {
        return new Target(ForkedJvm.start(
                StormTarget.class.getName(),
                arrival,
                classPath(classes),
                "-XX:+EnableDynamicAgentLoading",
                "-XX:SoftRefLRUPolicyMSPerMB=0"));
    }

    /** {@return what the classes of the application need besides the harness} */
    static List<Path> classPath(Path classes) {
        try {
            return List.of(
                    Path.of(StormTarget.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    classes);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    long pid() {
        return jvm.pid();
    }

    synchronized List<String> say(String command) {
        return jvm.say(command).lines();
    }

    /** Stops the whole process, or lets it go on; returns once it does. */
    void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw failure("kill -" + name + " ended with " + exit);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Must have kept quiet: answers to us are all that it prints. */
    void saysNothingByItself() {
        if (!jvm.err().isEmpty()) {
            throw failure("something was printed on standard error");
        }
        boolean inAnswer = false;
        for (String line : jvm.out()) {
            inAnswer |= line.startsWith("> ");
            if (!inAnswer && !line.equals("ready") && !line.contains(ATTACH_ERROR)) {
                throw failure("'" + line + "' was printed by nobody");
            }
            inAnswer &= !line.equals("done");
        }
    }

    /** {@return an assertion that shows what it said at last, and what its threads do} */
    AssertionError failure(String what) {
        String said = jvm.failure(what).getMessage();
        return new AssertionError(said + "\nthreads:\n    " + String.join("\n    ", ThreadDump.of(pid())));
    }

    @Override
    public void close() {
        jvm.close();
    }
}
