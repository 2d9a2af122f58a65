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
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code livemark unload}. */
final class UnloadCommand extends JvmCommand {

    private final PositionalParamSpec names = Words.words("1..*", "0..*", "NAME", "The names of the probes.");
    private final OptionSpec all = Words.flag("--all", "All probes, in place of names.");

    UnloadCommand(Jvms jvms, PrintWriter out) {
        super("unload", jvms, out);
        spec.addPositional(names).addOption(all);
        spec.usageMessage().customSynopsis("livemark unload [-h] [--timeout=DURATION] JVM (NAME... | --all)");
        describe(
                "Takes probes out, and shows what was seen of their end.",
                "  $ livemark unload 4711 SlowOrders",
                "  unloaded SlowOrders: disarmed in 1.2 ms; 1234 deliveries, 0 exceptions; closed");
    }

    @Override
    void check() {
        // Without names the protocol means all; the user has to say so.
        if (all.<Boolean>getValue() == !names().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give the names of probes, or --all");
        }
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // An agent that is not there has no probes, and is not put in to say so.
        Reply reply = agent.askWhereThere(new Request.Unload(names()));
        if (reply instanceof Reply.Unloaded unloaded && !unloaded.receipts().isEmpty()) {
            ReceiptText.print(unloaded.receipts(), out);
        } else if (all.<Boolean>getValue()) {
            out.println("no probe is loaded in " + agent.jvm());
        } else {
            throw new Problem(
                    "no probe " + String.join(", ", names()) + " is loaded: there is no agent in " + agent.jvm(),
                    "livemark list " + agent.jvm().pid() + "   lists the probes");
        }
        return ExitCode.DONE;
    }

    private List<String> names() {
        List<String> given = names.getValue();
        return given == null ? List.of() : given;
    }
}
