/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;

/** {@code livemark attach}. */
final class AttachCommand extends JvmCommand {

    AttachCommand(Jvms jvms, PrintWriter out) {
        super("attach", jvms, out);
        describe(
                "Puts the agent into a running JVM. Every other command does so by itself where that is needed.",
                "  $ livemark attach 4711",
                "  attached to 4711 (shop.jar): agent 0.1.0, Java 17",
                "  $ livemark attach shop",
                "  already in 4711 (shop.jar): agent 0.1.0, Java 17, attached");
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        if (agent.askWhereThere(new Request.Describe()) instanceof Reply.Described there) {
            out.println("already in " + described(agent, there) + (there.attached() ? ", attached" : ", at start"));
        } else {
            out.println("attached to " + described(agent, agent.attach()));
        }
        return ExitCode.DONE;
    }

    private static String described(Agent agent, Reply.Described described) {
        return agent.jvm() + ": agent " + described.version() + ", Java " + described.javaFeature();
    }
}
