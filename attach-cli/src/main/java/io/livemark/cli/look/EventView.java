/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import java.io.PrintWriter;
import java.util.List;

/** A line for each event, of all JVMs. */
final class EventView implements View {

    private final boolean isJson;
    private final long limit;
    private final PrintWriter out;
    private final PrintWriter err;
    private long events;
    private long dropped;

    EventView(boolean isJson, long limit, PrintWriter out, PrintWriter err) {
        this.isJson = isJson;
        this.limit = limit;
        this.out = out;
        this.err = err;
    }

    @Override
    public Feed feed(String jvm, long pid, List<LookMarker> markers, Control control) {
        return new EventFeed(jvm, markers, isJson, this, control);
    }

    /** Whether one more may be printed. */
    synchronized boolean takes() {
        if (events >= limit) {
            return false;
        }
        events++;
        return events <= limit;
    }

    synchronized boolean isOver() {
        return events >= limit;
    }

    /** Prints whole lines. */
    synchronized void print(Text lines, boolean flush) {
        lines.writeTo(out);
        if (flush) {
            out.flush();
        }
    }

    synchronized void dropped(long more) {
        dropped += more;
        out.flush();
        err.println("… " + Count.of(more, "event") + " dropped");
        err.flush();
    }

    @Override
    public void refresh() {
        // Lines are printed as they come.
    }

    @Override
    public synchronized void end() {
        out.flush();
        err.println(Count.of(events, "event") + (dropped > 0 ? ", " + dropped + " dropped" : ""));
    }
}
