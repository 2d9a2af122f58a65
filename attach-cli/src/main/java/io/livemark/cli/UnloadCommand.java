/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Request.Unload.Until;
import io.livemark.protocol.Times;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code livemark unload}. */
final class UnloadCommand extends JvmCommand {

    private final PositionalParamSpec names = Words.words("1..*", "0..*", "NAME", "The names of the probes.");
    private final OptionSpec all = Words.flag("--all", "All probes, in place of names.");
    private final OptionSpec wait = OptionSpec.builder("--wait")
            .type(String.class)
            .paramLabel("STATE")
            .description(
                    "Until when to wait: disarmed (no new hit), drained (no handler is running, and close has returned) or"
                            + " collected (the classes are gone). For --timeout at most, and as long again for the answer. Default: drained.")
            .build();
    private final OptionSpec gc =
            Words.flag("--gc", "Waits for collected, and may force the collector for it: a pause for the application.");

    private final PrintWriter err;

    UnloadCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("unload", jvms, out);
        this.err = err;
        spec.addPositional(names).addOption(all).addOption(wait).addOption(gc);
        spec.usageMessage()
                .customSynopsis(
                        "livemark unload [-h] [--wait=STATE] [--gc] [--timeout=DURATION] JVM (NAME... | --all)");
        describe(
                "Takes probes out, and shows what was seen of their end.",
                "  $ livemark unload 4711 LatencyMap",
                "  unloaded LatencyMap: disarmed in 1.2 ms, drained in 3.5 ms; 2465 deliveries, 0 exceptions; closed",
                "",
                "  $ livemark unload 4711 SlowQueries --gc",
                "  unloaded SlowQueries: disarmed in 21.5 ms, drained in 26.0 ms; 841 deliveries, 0 exceptions;"
                        + " collected in 461.4 ms");
    }

    @Override
    void check() {
        // Without names the protocol means all; the user has to say so.
        if (all.<Boolean>getValue() == !names().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give the names of probes, or --all");
        }
        until();
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // What was seen when the time is over has to come back too.
        Duration patience = agent.patience();
        Agent asked = new Agent(agent.jvm(), patience.multipliedBy(2));
        // An agent that is not there has no probes, and is not put in to say so.
        Reply reply = asked.askWhereThere(new Request.Unload(names(), until(), patience.toMillis(), gc.getValue()));
        if (reply instanceof Reply.Unloaded unloaded && !unloaded.receipts().isEmpty()) {
            ReceiptText.print(unloaded.receipts(), out);
            return seen(unloaded.receipts(), patience, agent);
        } else if (all.<Boolean>getValue()) {
            out.println("no probe is loaded in " + agent.jvm());
        } else {
            throw new Problem(
                    "no probe " + String.join(", ", names()) + " is loaded: there is no agent in " + agent.jvm(),
                    "livemark list " + agent.jvm().pid() + "   lists the probes");
        }
        return ExitCode.DONE;
    }

    private ExitCode seen(List<Receipt> receipts, Duration patience, Agent agent) {
        ExitCode exit = ExitCode.DONE;
        for (Receipt receipt : receipts) {
            boolean closed =
                    receipt.closing() != Receipt.Closing.PENDING && receipt.closing() != Receipt.Closing.NOT_YET;
            if (until() != Until.DISARMED && !closed) {
                exit = notSeen(
                        receipt.name() + " was not seen " + (receipt.isDrained() ? "closed" : "drained"),
                        patience,
                        "livemark list " + agent.jvm().pid() + " --probes   shows the threads that hold it");
            } else if (until() == Until.COLLECTED && !receipt.isCollected()) {
                exit = notSeen(
                        receipt.name() + " was not seen collected",
                        patience,
                        gc.getValue()
                                ? "an object of it may be in use elsewhere; or the JVM forbids it (-XX:+DisableExplicitGC)"
                                : "the collector comes when it wants; --gc   may force it");
            }
        }
        return exit;
    }

    private ExitCode notSeen(String what, Duration patience, String hint) {
        Complaints.note(what + " within " + Times.text(patience.toNanos()), hint, err);
        return ExitCode.NOT_SEEN;
    }

    private Until until() {
        String given = wait.getValue();
        if (gc.<Boolean>getValue() && (given == null || given.equals("collected"))) {
            return Until.COLLECTED;
        }
        if (gc.<Boolean>getValue()) {
            throw new ParameterException(spec.commandLine(), "--gc waits for collected; give no other --wait with it");
        }
        switch (given == null ? "drained" : given) {
            case "disarmed":
                return Until.DISARMED;
            case "drained":
                return Until.DRAINED;
            case "collected":
                return Until.COLLECTED;
            default:
                throw new ParameterException(
                        spec.commandLine(), "\"" + given + "\" is none of disarmed, drained and collected");
        }
    }

    private List<String> names() {
        List<String> given = names.getValue();
        return given == null ? List.of() : given;
    }
}
