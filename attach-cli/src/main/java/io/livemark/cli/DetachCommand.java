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
                "  unloaded SlowOrders: disarmed in 1.2 ms, drained in 1.4 ms; 1234 deliveries, 0 exceptions; closed",
                "  detached from 4711 (shop.ShopServer): 3 classes restored");
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
