/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.protocol.Holder;
import io.livemark.protocol.LoadedProbe;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Loaded probes for people, and what is the matter with each. */
final class ProbeTable {

    private static final String INDENT = "    ";
    private static final int MOST_LINES = 60;

    private ProbeTable() {}

    /**
     * Prints them.
     *
     * @param stacks whether the first exception is shown with its stack
     */
    static void print(List<LoadedProbe> probes, boolean stacks, PrintWriter out) {
        TextTable table = new TextTable("PROBE", "CLASS", "ON", "DELIVERIES", "EXCEPTIONS", "STATE");
        for (LoadedProbe probe : probes) {
            table.row(
                    probe.name(),
                    probe.className(),
                    String.join(" ", probe.patterns()),
                    Long.toString(probe.deliveries()),
                    Long.toString(probe.exceptions()),
                    probe.state().name().toLowerCase(Locale.ROOT));
            if (!probe.firstException().isEmpty()) {
                exception(probe.firstException(), stacks, table);
            }
            if (probe.suppressed() > 0) {
                table.line(INDENT + Count.of(probe.suppressed(), "hit") + " from inside a handler suppressed");
            }
            if (probe.state() == LoadedProbe.State.DRAINING) {
                draining(probe, table);
            }
            for (String misfit : probe.misfits()) {
                table.line(INDENT + "not called: " + misfit);
            }
        }
        table.print(out);
    }

    private static void draining(LoadedProbe probe, TextTable table) {
        table.line(INDENT + "out, but a handler is still running; not closed before it returns");
        for (Holder holder : probe.holders()) {
            table.line(
                    INDENT + "held by " + (holder.virtual() ? "virtual thread " : "thread ") + quoted(holder.thread())
                            + "#" + holder.id() + ", " + holder.state().toLowerCase(Locale.ROOT));
            for (String frame : holder.stack()) {
                table.line(INDENT + INDENT + frame);
            }
        }
        if (probe.holders().isEmpty()) {
            table.line(
                    INDENT + "no thread was seen inside it just now; one may be in another probe on the same marker");
        }
    }

    /** Most virtual threads have no name. */
    private static String quoted(String name) {
        return name.isEmpty() ? "" : "\"" + name + "\" ";
    }

    private static void exception(String text, boolean stack, TextTable table) {
        String[] lines = text.split("\\R");
        table.line(INDENT + "first exception: " + lines[0]);
        for (int i = 1; stack && i < Math.min(lines.length, MOST_LINES); i++) {
            table.line(INDENT + INDENT + lines[i].strip());
        }
    }
}
