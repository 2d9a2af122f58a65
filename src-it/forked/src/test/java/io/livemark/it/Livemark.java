/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.util.ArrayList;
import java.util.List;

/** The command line, run as its users run it: a process of its own. */
public final class Livemark {

    private Livemark() {}

    /** Runs a command to its end. */
    public static Output run(String... words) {
        return run(null, List.of(words));
    }

    /** Runs a command to its end; failures show what the JVM that it is about has said. */
    static Output run(Child target, List<String> words) {
        Child child = start(words);
        child.closeInput();
        int code = child.exitCode(Child.PATIENCE);
        return new Output(child, code, target);
    }

    /** Starts a command. */
    public static Child start(List<String> words) {
        // One tier of compilation, as in the launcher: a command is over before the second pays.
        List<String> command = new ArrayList<>(List.of(
                Jdk.tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Build.cliJar().toString()));
        command.addAll(words);
        return Child.start(command);
    }
}
