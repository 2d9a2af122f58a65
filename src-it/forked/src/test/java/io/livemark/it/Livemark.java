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
        // The launcher, with its archives of class data in the build's directory: nothing of ours goes to the home of
        // who builds.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JAVA_HOME=" + Jdk.home(),
                "LIVEMARK_CACHE=" + Build.cliJar().resolveSibling("archives"),
                Build.launcher().toString()));
        command.addAll(words);
        return Child.start(command);
    }
}
