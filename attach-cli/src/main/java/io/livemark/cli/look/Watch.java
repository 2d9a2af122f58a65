/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.jvm.Pause;
import io.livemark.cli.probe.CompilerModule;
import io.livemark.cli.probe.TargetClassPath;
import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The look at one JVM, on a thread of its own: from the search for the marker to the receipt of the probe. */
final class Watch {

    private static final int WAIT_MILLIS = 250;

    private final Agent agent;
    private final LookCommand command;
    private final Order order;
    private volatile String probe;
    private volatile boolean isStopped;
    private volatile Feed feed;

    /**
     * What is the same for all JVMs.
     *
     * @param patterns which markers
     * @param isWaiting whether to wait for one
     * @param name of the probe
     * @param arguments of the probe
     * @param lifeMillis how long to look; 0 for ever
     * @param maxOverhead what the probe may cost
     */
    record Order(
            List<String> patterns,
            boolean isWaiting,
            String name,
            Map<String, String> arguments,
            long lifeMillis,
            double maxOverhead) {}

    Watch(Agent agent, LookCommand command, Order order) {
        this.agent = agent;
        this.command = command;
        this.order = order;
    }

    /** Whether there is something to show. */
    boolean hasBegun() {
        return feed != null;
    }

    Agent agent() {
        return agent;
    }

    /** Looks until the probe is out, and says in what way it ended: nothing where all is well. */
    void run(View view, String shown, Control control) throws Problem {
        CompilerModule.require("which its one-line commands need");
        List<LookMarker> markers = markers();
        if (markers.isEmpty()) {
            return;
        }
        Reply.Described target = (Reply.Described) agent.ask(new Request.Describe());
        String classPath = TargetClassPath.of(agent.jvm(), target.classPath(), "");
        Map<String, byte[]> files = new LookCompiler(target.javaFeature(), classPath, LookClasses.read())
                .compile(objects -> command.source(markers, objects));
        if (isStopped) {
            return;
        }
        try (Connection connection = agent.connect()) {
            Reply.Loaded loaded = (Reply.Loaded) connection.ask(new Request.Load(
                    order.name(),
                    files,
                    order.arguments(),
                    order.lifeMillis(),
                    true,
                    new Limits(order.maxOverhead(), Limits.DEFAULT.maxExceptions())));
            probe = loaded.name();
            feed = view.feed(shown, agent.jvm().pid(), markers, control);
            command.told("looking at " + Count.of(loaded.markers(), "marker") + ", " + Count.of(loaded.sites(), "site")
                    + " in JVM " + agent.jvm());
            if (isStopped) {
                takeOut();
            }
            receive(connection, control);
        }
    }

    /** Takes the probe out. What is on its way comes over the connection that is being read. */
    void stop() {
        isStopped = true;
        takeOut();
    }

    private void takeOut() {
        String name = probe;
        if (name != null) {
            try {
                agent.askWhereThere(new Request.Unload(List.of(name)));
            } catch (Problem e) {
                // It is out already, or the JVM has gone; whoever reads the connection hears of that.
                return;
            }
        }
    }

    private void receive(Connection connection, Control control) throws Problem {
        while (true) {
            Reply reply = next(connection);
            if (reply instanceof Reply.Data data) {
                try {
                    feed.data(data.source(), new Records(data.bytes()));
                } catch (IndexOutOfBoundsException e) {
                    throw new Problem("what came from JVM " + agent.jvm() + " cannot be read: " + e, "");
                }
            } else if (reply instanceof Reply.Unloaded unloaded) {
                feed.quiet();
                unloaded.receipts().forEach(receipt -> end(receipt, control));
                return;
            }
            if (connection.quiet()) {
                feed.quiet();
            }
        }
    }

    private Reply next(Connection connection) throws Problem {
        try {
            return connection.next();
        } catch (Unreachable e) {
            // In the middle of a look this is no wrong address; what was seen is shown.
            throw new Problem(e.getMessage() + " in the middle of the look", e.hint());
        }
    }

    private static void end(Receipt receipt, Control control) {
        if (receipt.cause() == Receipt.Cause.TOO_COSTLY) {
            control.failed(
                    "ended",
                    "the agent ended the look: it cost too much: " + receipt.detail(),
                    "--max-overhead off   lets it");
        } else if (receipt.cause() == Receipt.Cause.FAULTY) {
            control.failed(
                    "ended",
                    "the agent ended the look: its expressions threw too often",
                    "--where   can leave out what they cannot take");
        }
    }

    /** The markers to look at; none where the user has stopped the search. */
    private List<LookMarker> markers() throws Problem {
        List<LookMarker> all = new ArrayList<>();
        for (String pattern : order.patterns()) {
            List<LookMarker> found = markers(pattern);
            if (found.isEmpty()) {
                return List.of();
            }
            found.stream().filter(marker -> !all.contains(marker)).forEach(all::add);
        }
        return all;
    }

    private List<LookMarker> markers(String pattern) throws Problem {
        while (true) {
            Reply.Markers found = (Reply.Markers) agent.ask(new Request.ListMarkers(pattern));
            List<LookMarker> markers = new ArrayList<>();
            String malformed = "";
            for (Marker marker : found.markers()) {
                if (marker.state() == Marker.State.MALFORMED) {
                    malformed = marker.marker() + ": " + marker.reason();
                } else if (!marker.sites().isEmpty()) {
                    markers.add(LookMarker.of(marker));
                }
            }
            if (!markers.isEmpty() || isStopped) {
                return markers;
            }
            if (!order.isWaiting()) {
                throw missing(pattern, malformed);
            }
            Pause.millis(WAIT_MILLIS);
        }
    }

    private Problem missing(String pattern, String malformed) throws Problem {
        if (!malformed.isEmpty()) {
            return new Problem(
                    "nothing that matches " + pattern + " can be looked at; " + malformed,
                    "the mark in the source is to be put right");
        }
        Reply.Markers all = (Reply.Markers) agent.ask(new Request.ListMarkers("*"));
        List<String> names = new ArrayList<>();
        all.markers().forEach(marker -> names.add(marker.marker()));
        List<String> near = Nearest.to(pattern, names);
        return new NoSuchMarker(
                "no marker in JVM " + agent.jvm() + " matches " + pattern
                        + (near.isEmpty() ? "" : "; there is " + String.join(", ", near)),
                (names.isEmpty()
                                ? "it has none at all yet"
                                : "livemark list " + agent.jvm().pid() + "   shows all") + "; --wait waits for it");
    }
}
