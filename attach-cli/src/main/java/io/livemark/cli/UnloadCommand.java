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
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code livemark unload}. */
@Command(
        name = "unload",
        description = "Takes probes out, and shows what was seen of their end.",
        footer = {
            "  $ livemark unload 4711 SlowOrders",
            "  unloaded SlowOrders: disarmed in 1.2 ms; 1234 deliveries, 0 exceptions; closed"
        })
final class UnloadCommand extends JvmCommand {

    @ArgGroup(multiplicity = "1")
    private Which which;

    UnloadCommand(Jvms jvms, PrintWriter out) {
        super(jvms, out);
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // An agent that is not there has no probes, and is not put in to say so.
        Reply reply = agent.askWhereThere(new Request.Unload(which.all ? List.of() : which.names));
        if (reply instanceof Reply.Unloaded unloaded && !unloaded.receipts().isEmpty()) {
            ReceiptText.print(unloaded.receipts(), out);
        } else if (which.all) {
            out.println("no probe is loaded in " + agent.jvm());
        } else {
            throw new Problem(
                    "no probe " + String.join(", ", which.names) + " is loaded: there is no agent in " + agent.jvm(),
                    "livemark list " + agent.jvm().pid() + "   lists the probes");
        }
        return ExitCode.DONE;
    }

    /** Names, or all. */
    static final class Which {

        @Parameters(index = "1..*", paramLabel = "NAME", arity = "1..*", description = "The names of the probes.")
        private List<String> names;

        @Option(names = "--all", required = true, description = "All probes.")
        private boolean all;
    }
}
