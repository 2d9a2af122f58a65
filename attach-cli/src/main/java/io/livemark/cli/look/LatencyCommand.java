/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Words;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code livemark latency}. */
public final class LatencyCommand extends HistCommandBase {

    private final OptionSpec key = Words.text(
            "--key",
            "FIELD",
            null,
            "What begin and end have in common, a field or an expression. Default: the thread.");
    private String begin;
    private String end;
    private List<Expression> common = List.of();

    /**
     * Describes the command.
     *
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    public LatencyCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("latency", "BEGIN END", jvms, out, err);
        spec.addOption(key);
        shows(
                "Draws how long it takes from a hit of one marker to the next hit of another on the same thread, or"
                        + " with the same key. --where and --by are about the end.",
                "  $ livemark latency shop http.request.begin http.request.end --where 'status == 404' --for 3s",
                "  looking at 2 markers, 3 sites in JVM 6433 (shop.jar)",
                "  http.request.end ns",
                "  [128K, 256K)        5 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|",
                "  [256K, 512K)        5 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|",
                "  [512K, 1M)          1 |@@@@@@@@@@                                          |",
                "  [1M, 2M)            2 |@@@@@@@@@@@@@@@@@@@@@                               |",
                "  13 values, min 163 us, mean 496 us, p50 305 us, p99 1.61 ms, p99.9 1.61 ms, max 1.61 ms",
                "",
                "  $ livemark latency shop order.placed order.shipped --key id");
    }

    @Override
    protected void check(List<String> given) throws Problem {
        super.check(given);
        if (given.size() != 2) {
            throw usage("latency takes two markers: livemark latency JVM BEGIN END");
        }
        begin = given.get(0);
        end = given.get(1);
        common = key.getValue() == null ? List.of() : List.of(Expression.of("--key", key.getValue()));
    }

    @Override
    protected List<String> patterns() {
        return List.of(begin, end);
    }

    @Override
    protected List<Expression> expressions() {
        List<Expression> all = new ArrayList<>(keys());
        all.addAll(common);
        return all;
    }

    /** The ends first: handlers of one marker are called in this order, and a marker may be both. */
    @Override
    protected void handlers(ProbeSource source, List<LookMarker> markers) {
        StringBuilder ends = new StringBuilder();
        for (int i = 0; i < markers.size(); i++) {
            ends.append(markers.get(i).matches(end) ? ", " + i : "");
        }
        source.look("Latency", markers.size() + ", " + keys().size() + ends);
        for (int i = 0; i < markers.size(); i++) {
            if (markers.get(i).matches(end)) {
                end(source, i, markers.get(i));
            }
        }
        for (LookMarker marker : markers) {
            if (marker.matches(begin)) {
                source.handler(marker);
                source.line("this.livemark$look.begin(" + key(source) + ");");
                source.end();
            }
        }
    }

    /** A probe of its own would not know of the begins, or ends, that the others see. */
    @Override
    protected boolean takesNewcomers() {
        return false;
    }

    private void end(ProbeSource source, int number, LookMarker marker) {
        source.handler(marker);
        source.line("long livemark$nanos = this.livemark$look.end(" + key(source) + ");");
        source.line("if (livemark$nanos < 0) { return; }");
        source.where();
        if (limit() < Long.MAX_VALUE) {
            source.line("if (!this.livemark$look.take()) { return; }");
        }
        source.line(
                "this.livemark$look.number(" + Keys.row(source, number, keys()) + ", livemark$nanos, livemark$place);");
        source.end();
    }

    private String key(ProbeSource source) {
        if (common.isEmpty()) {
            return "this.livemark$look.self(), null";
        }
        source.let("livemark$same", common.get(0));
        return "this.livemark$look.bits(livemark$same), this.livemark$look.object(livemark$same)";
    }

    @Override
    protected View view(boolean isSeveral) {
        return view(isSeveral, HistText.NANOS);
    }
}
