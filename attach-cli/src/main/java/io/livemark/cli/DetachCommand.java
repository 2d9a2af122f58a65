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

/** {@code livemark detach}. */
final class DetachCommand extends JvmCommand {

    DetachCommand(Jvms jvms, PrintWriter out) {
        super("detach", jvms, out);
        describe(
                "Unloads all probes, puts back the original classes, and takes the agent out of service.",
                "  $ livemark detach 4711",
                "  unloaded SlowQueries: disarmed in 2.1 ms, drained in 3.6 ms; 380 deliveries, 0 exceptions",
                "  detached from 4711 (shop.jar): 1 class restored");
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // An agent that is not there is not put in to be taken out again.
        if (agent.askWhereThere(new Request.Detach()) instanceof Reply.Detached detached) {
            ReceiptText.print(detached.receipts(), out);
            out.println("detached from " + agent.jvm() + ": " + Count.of(detached.restored(), "class") + " restored");
            for (String left : detached.left()) {
                out.println("left as it is: " + left);
            }
        } else {
            out.println("no agent in " + agent.jvm());
        }
        return ExitCode.DONE;
    }
}
