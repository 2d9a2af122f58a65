/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Words;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code livemark count}. */
public final class CountCommand extends LookCommand {

    private final OptionSpec by = Words.text(
            "--by", "FIELD,…", null, "A line for each value of these: fields, or Java expressions over them.");
    private String pattern;
    private List<Expression> keys;

    /**
     * Describes the command.
     *
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    public CountCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("count", "PATTERN", jvms, out, err);
        spec.addOption(by);
        takesObjects();
        shows(
                "Counts the hits of markers, in all and a second, by marker or by the values of fields.",
                "  $ livemark count shop http.request.end --by status --for 2s",
                "  looking at 1 marker, 2 sites in JVM 6433 (shop.jar)",
                "  08:22:40 http.request.end status=200 68 67.8/s",
                "  08:22:40 http.request.end status=201 25 24.9/s",
                "  …",
                "  MARKER            status  HITS  PER SECOND",
                "  http.request.end  200     140   69.6",
                "  http.request.end  201     48    23.9",
                "  http.request.end  404     6     3.0",
                "  http.request.end  400     4     2.0",
                "  http.request.end  500     2     1.0",
                "  in all 200 hits in 2.0 s",
                "",
                "  $ livemark count shop order.placed --where 'total > 100 && !item.isEmpty()' --by 'item.charAt(0)'");
    }

    @Override
    protected void check(List<String> given) throws Problem {
        pattern = onePattern(given);
        keys = Keys.of(by.getValue());
    }

    @Override
    protected List<String> patterns() {
        return List.of(pattern);
    }

    @Override
    protected List<Expression> expressions() {
        return keys;
    }

    @Override
    protected void handlers(ProbeSource source, List<LookMarker> markers) {
        source.look("Count", markers.size() + ", " + keys.size());
        for (int i = 0; i < markers.size(); i++) {
            source.handler(markers.get(i));
            source.where();
            if (limit() < Long.MAX_VALUE) {
                source.line("if (!this.livemark$look.take()) { return; }");
            }
            source.line("this.livemark$look.hit(" + Keys.row(source, i, keys) + ", livemark$place);");
            source.end();
        }
    }

    @Override
    protected View view(boolean isSeveral) {
        return new CountView(new CountTable(keys, isSeveral), isJson(), out, err());
    }
}
