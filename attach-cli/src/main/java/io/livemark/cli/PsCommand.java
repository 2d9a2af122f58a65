/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jdk;
import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;
import java.time.Duration;

/** {@code livemark ps}. */
final class PsCommand extends CommandBase {

    /** Short: one JVM that is stopped must not keep the others from being listed. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    PsCommand(Jvms jvms, PrintWriter out) {
        super("ps", jvms, out);
        describe(
                "Lists the JVMs that you may enter, and whether the agent is in them: \"-\" where it is not, "
                        + "\"at start\" where it came with -javaagent, \"attached\" where it was put in later.",
                "  $ livemark ps",
                "  PID   MAIN         JDK      AGENT",
                "  4711  shop.jar     17.0.15  attached",
                "  4802  billing.jar  25.0.3   -");
    }

    @Override
    protected ExitCode run() throws Problem {
        TextTable table = new TextTable("PID", "MAIN", "JDK", "AGENT");
        for (Jvm jvm : jvms.all()) {
            table.row(Long.toString(jvm.pid()), shown(jvm.name()), shown(Jdk.version(jvm)), agent(jvm));
        }
        table.print(out);
        return ExitCode.DONE;
    }

    private static String agent(Jvm jvm) {
        try {
            Reply reply = new Agent(jvm, PATIENCE).askWhereThere(new Request.Describe());
            return reply instanceof Reply.Described described ? (described.attached() ? "attached" : "at start") : "-";
        } catch (Problem e) {
            return "no answer";
        }
    }

    private static String shown(String text) {
        return text.isEmpty() ? "?" : text;
    }
}
