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
                "  $ livemark count ShopServer 'http.*' --by status --for 5s",
                "  looking at 1 marker, 2 sites in JVM 4711 (ShopServer)",
                "  14:03:05 http.answered status=200 91 90.4/s",
                "  14:03:05 http.answered status=404 3 3.0/s",
                "  …",
                "  MARKER         status  HITS  PER SECOND",
                "  http.answered  200     455   91.0",
                "  http.answered  404     14    2.8",
                "  in all 469 hits in 5.0 s",
                "",
                "  $ livemark count 4711 order.placed --where 'total > 100 && !id.isEmpty()' --by 'id.charAt(0)'");
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
