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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code livemark unload}. */
@Command(
        name = "unload",
        customSynopsis = "livemark unload [-h] [--timeout=DURATION] JVM (NAME... | --all)",
        description = "Takes probes out, and shows what was seen of their end.",
        footer = {
            "  $ livemark unload 4711 SlowOrders",
            "  unloaded SlowOrders: disarmed in 1.2 ms; 1234 deliveries, 0 exceptions; closed"
        })
final class UnloadCommand extends JvmCommand {

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "The names of the probes.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All probes, in place of names.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    UnloadCommand(Jvms jvms, PrintWriter out) {
        super(jvms, out);
    }

    @Override
    void check() {
        // Without names the protocol means all; the user has to say so.
        if (all == !names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give the names of probes, or --all");
        }
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // An agent that is not there has no probes, and is not put in to say so.
        Reply reply = agent.askWhereThere(new Request.Unload(all ? List.of() : names));
        if (reply instanceof Reply.Unloaded unloaded && !unloaded.receipts().isEmpty()) {
            ReceiptText.print(unloaded.receipts(), out);
        } else if (all) {
            out.println("no probe is loaded in " + agent.jvm());
        } else {
            throw new Problem(
                    "no probe " + String.join(", ", names) + " is loaded: there is no agent in " + agent.jvm(),
                    "livemark list " + agent.jvm().pid() + "   lists the probes");
        }
        return ExitCode.DONE;
    }
}
