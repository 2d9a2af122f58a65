/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code livemark list}. */
@Command(
        name = "list",
        description = "Lists the markers of a JVM, with their fields, and the probes on them.",
        footer = {
            "  $ livemark list 4711 'order.*' --sites",
            "  MARKER        FIELDS                  STATE  SITES  HITS  PROBES",
            "  order.placed  id:String total:double  armed  1      1234  SlowOrders",
            "      shop.Orders.place:42 guarded",
            "",
            "  PROBE       CLASS            DELIVERIES  EXCEPTIONS  STATE",
            "  SlowOrders  shop.SlowOrders  1234        0           loaded",
            "",
            "  $ livemark list 4711 --active --json"
        })
final class ListCommand extends JvmCommand {

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATTERN",
            defaultValue = "*",
            description = "The name of a marker, or a pattern in which * stands for any characters. Default: all.")
    private String pattern;

    @Option(names = "--active", description = "Only markers that are armed, waiting, or have probes.")
    private boolean active;

    @Option(names = "--sites", description = "Each site: class.method:line, and how a hit reaches a probe.")
    private boolean sites;

    @Option(names = "--json", description = "One JSON array of markers, sites included.")
    private boolean json;

    ListCommand(Jvms jvms, PrintWriter out) {
        super(jvms, out);
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        Reply.Markers reply = (Reply.Markers) agent.ask(new Request.ListMarkers(pattern));
        List<Marker> shown = active ? active(reply.markers()) : reply.markers();
        if (json) {
            MarkerJson.print(shown, out);
            return ExitCode.DONE;
        }
        if (shown.isEmpty()) {
            out.println(nothing(agent));
        } else {
            MarkerTable.print(shown, sites, out);
        }
        if (!reply.probes().isEmpty()) {
            out.println();
            ProbeTable.print(reply.probes(), out);
        }
        for (String note : reply.notes()) {
            out.println("note: " + note);
        }
        return ExitCode.DONE;
    }

    private String nothing(Agent agent) {
        return "no " + (active ? "active " : "") + "marker in " + agent.jvm()
                + (pattern.equals("*") ? "" : " matches " + pattern);
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
