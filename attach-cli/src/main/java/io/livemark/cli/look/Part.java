/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.util.List;
import java.util.regex.Pattern;

/** One probe of a look, and the connection that it is leased to. Read by one thread. */
final class Part implements AutoCloseable {

    private static final Pattern METHOD = Pattern.compile("^its method livemark\\$\\d+ ");

    private final Agent agent;
    private final Connection connection;
    private final String name;
    private final Feed feed;
    private final List<LookMarker> markers;
    private volatile boolean isOver;

    /** What a part says to its look, besides the data. */
    interface Listener {
        /** There are markers that were not there before. */
        void come();

        /** Something is to be told at once. */
        void told(String what);
    }

    /**
     * @param markers that it has handlers for
     */
    Part(Agent agent, Connection connection, String name, Feed feed, List<LookMarker> markers) {
        this.agent = agent;
        this.connection = connection;
        this.name = name;
        this.feed = feed;
        this.markers = markers;
    }

    /** {@return the marker that it has a handler for; null where it has none for any of this kind} */
    LookMarker marker(LookMarker.Kind kind) {
        return markers.stream()
                .filter(marker -> marker.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    Feed feed() {
        return feed;
    }

    /** Takes the probe out. What is on its way comes over the connection that is being read. */
    void takeOut() {
        if (isOver) {
            return;
        }
        try {
            agent.askWhereThere(new Request.Unload(List.of(name)));
        } catch (Problem e) {
            // It is out already, or the JVM has gone; whoever reads the connection hears of that.
            return;
        }
    }

    /** Reads until the probe is out. */
    Receipt receive(Listener listener) throws Problem {
        try {
            return receiveAll(listener);
        } finally {
            isOver = true;
        }
    }

    private Receipt receiveAll(Listener listener) throws Problem {
        while (true) {
            Reply reply = next();
            if (reply instanceof Reply.Data data) {
                try {
                    feed.data(data.source(), new Records(data.bytes()));
                } catch (IndexOutOfBoundsException e) {
                    throw new Problem("what came from JVM " + agent.jvm() + " cannot be read: " + e, "");
                }
            } else if (reply instanceof Reply.Event event) {
                hear(event, listener);
            } else if (reply instanceof Reply.Unloaded unloaded) {
                feed.quiet();
                feed.complete();
                return unloaded.receipts().get(0);
            }
            if (connection.quiet()) {
                feed.quiet();
            }
        }
    }

    private static void hear(Reply.Event event, Listener listener) {
        if (event.kind() == Reply.Event.Kind.MARKERS) {
            listener.come();
        } else if (event.kind() == Reply.Event.Kind.MISFIT) {
            listener.told("left out: the look " + METHOD.matcher(event.text()).replaceFirst(""));
        }
    }

    private Reply next() throws Problem {
        try {
            return connection.next();
        } catch (Unreachable e) {
            // In the middle of a look this is no wrong address; what was seen is shown.
            throw new Problem(e.getMessage() + " in the middle of the look", e.hint());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
