/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.LoadedProbe;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code livemark list}. */
final class ListCommand extends JvmCommand {

    private final PositionalParamSpec pattern = Words.word(
                    "1",
                    "PATTERN",
                    "The name of a marker, or a pattern in which * stands for any characters. Default: all.")
            .arity("0..1")
            .defaultValue("*")
            .build();
    private final OptionSpec active = Words.flag("--active", "Only markers that are armed, waiting, or have probes.");
    private final OptionSpec sites =
            Words.flag("--sites", "Each site: class.method:line, and how a hit reaches a probe.");
    private final OptionSpec probes =
            Words.flag("--probes", "Only the probes; of those that are draining, the threads that hold them.");
    private final OptionSpec json =
            Words.flag("--json", "One JSON array of markers, sites included; with --probes, one of probes.");

    ListCommand(Jvms jvms, PrintWriter out) {
        super("list", jvms, out);
        spec.addPositional(pattern)
                .addOption(active)
                .addOption(sites)
                .addOption(probes)
                .addOption(json);
        describe(
                "Lists the markers of a JVM, with their fields, and the probes on them.",
                "  $ livemark list 4711 db.query --sites",
                "  MARKER    FIELDS                 STATE  SITES  HITS  PROBES",
                "  db.query  sql:String nanos:long  armed  4      687   SlowQueries",
                "      io.livemark.examples.shop.Database.query:48 guarded",
                "      io.livemark.examples.shop.Database.query:48 guarded",
                "      io.livemark.examples.shop.Database.update:63 guarded",
                "      io.livemark.examples.shop.Database.update:63 guarded",
                "",
                "  PROBE        CLASS        ON        DELIVERIES  EXCEPTIONS  STATE",
                "  SlowQueries  SlowQueries  db.query  687         0           loaded",
                "",
                "  $ livemark list 4711 --active --json",
                "",
                "  $ livemark list 4711 --probes",
                "  PROBE  CLASS  ON            DELIVERIES  EXCEPTIONS  STATE",
                "  Audit  Audit  order.placed  3           0           draining",
                "      out, but a handler is still running; not closed before it returns",
                "      held by thread \"pool-1-thread-7\" #23, waiting",
                "          java.lang.Object.wait(Native Method)",
                "          java.lang.Object.wait(Object.java:338)",
                "          Audit.placed(Audit.java:11)",
                "          io.livemark.examples.shop.Orders.place(Orders.java:41)",
                "          io.livemark.examples.shop.Routes.answer(Routes.java:33)");
    }

    @Override
    void check() {
        if (pattern.<String>getValue().isBlank()) {
            throw usage("a marker is a name or a pattern, and \"" + pattern.getValue() + "\" is neither");
        }
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        Reply.Markers reply = (Reply.Markers) agent.ask(new Request.ListMarkers(pattern.getValue()));
        if (probes.<Boolean>getValue()) {
            printProbes(reply.probes(), agent);
            return ExitCode.DONE;
        }
        List<Marker> shown = active.<Boolean>getValue() ? active(reply.markers()) : reply.markers();
        if (json.<Boolean>getValue()) {
            MarkerJson.print(shown, out);
            return ExitCode.DONE;
        }
        if (shown.isEmpty()) {
            out.println(nothing(agent));
        } else {
            MarkerTable.print(shown, sites.getValue(), out);
        }
        if (!reply.probes().isEmpty()) {
            out.println();
            ProbeTable.print(reply.probes(), false, out);
        }
        for (String note : reply.notes()) {
            out.println("note: " + note);
        }
        return ExitCode.DONE;
    }

    private void printProbes(List<LoadedProbe> found, Agent agent) {
        if (json.<Boolean>getValue()) {
            ProbeJson.print(found, out);
        } else if (found.isEmpty()) {
            out.println("no probe is loaded in " + agent.jvm());
        } else {
            ProbeTable.print(found, true, out);
        }
    }

    private String nothing(Agent agent) {
        String asked = pattern.getValue();
        return "no " + (active.<Boolean>getValue() ? "active " : "") + "marker in " + agent.jvm()
                + (asked.equals("*") ? "" : " matches " + asked);
    }

    private static List<Marker> active(List<Marker> markers) {
        List<Marker> active = new ArrayList<>();
        for (Marker marker : markers) {
            if (marker.state() == Marker.State.ARMED
                    || marker.state() == Marker.State.WAITING
                    || !marker.probes().isEmpty()) {
                active.add(marker);
            }
        }
        return active;
    }
}
