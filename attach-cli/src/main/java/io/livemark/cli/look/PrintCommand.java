/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Words;
import io.livemark.cli.jvm.Jvms;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** {@code livemark print}. */
public final class PrintCommand extends LookCommand {

    private final OptionSpec buffer =
            Words.number("--buffer", "131072", 2, 1 << 24, "How many events wait in the JVM at most. Default: 131072.");
    private final OptionSpec lossless =
            Words.flag("--lossless", "Ends the look when the buffer is full, in place of leaving events out.");
    private String pattern;

    /**
     * Describes the command.
     *
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    public PrintCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("print", "PATTERN", jvms, out, err);
        spec.addOption(buffer).addOption(lossless);
        takesObjects();
        shows(
                "Prints a line for each hit: time, thread, marker, fields. The application never waits: where lines"
                        + " cannot be written fast enough, some are left out, and it is said how many.",
                "  $ livemark print shop order.placed --where 'total > 1' --limit 2",
                "  looking at 1 marker, 1 site in JVM 6433 (shop.jar)",
                "  08:17:33.595048 pool-1-thread-7 order.placed id=1667 item=steel-chair total=219.0",
                "  08:17:33.628931 pool-1-thread-3 order.placed id=1668 item=paper-clock total=93.5",
                "  2 events",
                "",
                "  $ livemark print shop 'order.*' --json | jq .fields.total");
    }

    @Override
    protected void check(List<String> given) {
        pattern = onePattern(given);
    }

    @Override
    protected List<String> patterns() {
        return List.of(pattern);
    }

    @Override
    protected void arguments(Map<String, String> arguments) {
        arguments.put("buffer", buffer.getValue().toString());
        if (lossless.<Boolean>getValue()) {
            arguments.put("lossless", "");
        }
    }

    @Override
    protected void handlers(ProbeSource source, List<LookMarker> markers) {
        StringBuilder types = new StringBuilder();
        for (LookMarker marker : markers) {
            types.append(types.length() == 0 ? "" : ", ").append(ProbeSource.quoted(EventFeed.letters(marker)));
        }
        source.look("Print", types.toString());
        for (int i = 0; i < markers.size(); i++) {
            source.handler(markers.get(i));
            source.where();
            handler(source, i, markers.get(i));
            source.end();
        }
    }

    /** Everything that calls something comes before the place is claimed: it must not be left behind. */
    private static void handler(ProbeSource source, int number, LookMarker marker) {
        source.line("long livemark$time = this.livemark$look.now();");
        source.line("String livemark$thread = this.livemark$look.thread();");
        int objects = 0;
        int bits = 0;
        StringBuilder filled = new StringBuilder();
        for (LookField field : marker.fields()) {
            if (field.isPrimitive()) {
                source.line("long livemark$bits" + bits + " = this.livemark$look.bits(" + field.parameter() + ");");
                filled.append(" livemark$slot.bits[")
                        .append(bits)
                        .append("] = livemark$bits")
                        .append(bits++)
                        .append(';');
            } else {
                source.line(
                        "Object livemark$object" + objects + " = this.livemark$look.keep(" + field.parameter() + ");");
                filled.append(" livemark$slot.objects[")
                        .append(objects)
                        .append("] = livemark$object")
                        .append(objects++)
                        .append(';');
            }
        }
        source.line("io.livemark.look.Slot livemark$slot = this.livemark$look.claim();");
        source.line("if (livemark$slot != null) {" + filled + " livemark$slot.time = livemark$time;"
                + " livemark$slot.thread = livemark$thread; livemark$slot.marker = " + number + ";"
                + " livemark$slot.sequence = livemark$slot.position + 1; }");
    }

    @Override
    protected View view(boolean isSeveral) {
        return new EventView(isJson(), limit(), out, err());
    }
}
