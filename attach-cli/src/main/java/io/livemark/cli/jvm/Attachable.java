/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process can take an agent. Asked first, because an attach begins with a SIGQUIT: it ends a process that does
 * not expect it, and one that takes it for something else writes a thread dump into its log.
 */
final class Attachable {

    private static final int OLDEST_JAVA = 17;
    private static final int STARTING_MILLIS = 2_000;
    private static final int STEP_MILLIS = 20;

    private Attachable() {}

    static void check(Jvm jvm) throws Problem {
        Path proc = jvm.proc();
        try {
            if (Jdk.libjvm(proc).isEmpty()) {
                throw new Unreachable("process " + jvm + " is no JVM", "livemark ps   lists the JVMs");
            }
            int java = Jdk.feature(Jdk.version(jvm));
            if (java > 0 && java < OLDEST_JAVA) {
                throw new Unreachable(
                        "JVM " + jvm + " runs Java " + java + "; the agent needs " + OLDEST_JAVA + " or newer", "");
            }
            String cmdline = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            if (JavaCommand.has(cmdline, "-XX:+DisableAttachMechanism")) {
                throw disabled(jvm);
            }
            if (ProcessStatus.of(proc).isStopped()) {
                throw new Unreachable("JVM " + jvm + " is stopped", "kill -CONT " + jvm.pid() + "   lets it go on");
            } else if (!catchesQuit(proc)) {
                throw new Unreachable(
                        "JVM " + jvm + " does not handle SIGQUIT and would be ended by an attach",
                        "start it without -Xrs, or with -javaagent:livemark-agent.jar");
            }
        } catch (IOException e) {
            throw new Unreachable("process " + jvm + " cannot be looked at: " + e, "does it still run?");
        }
    }

    static Unreachable disabled(Jvm jvm) {
        return new Unreachable(
                "JVM " + jvm + " runs with -XX:+DisableAttachMechanism and lets nobody in",
                "start it with -javaagent:livemark-agent.jar");
    }

    /** A JVM that has only just been started installs its handler a moment later. */
    private static boolean catchesQuit(Path proc) throws IOException {
        for (int waited = 0; !ProcessStatus.of(proc).catchesQuit(); waited += STEP_MILLIS) {
            if (waited > STARTING_MILLIS) {
                return false;
            }
            Pause.millis(STEP_MILLIS);
        }
        return true;
    }
}
