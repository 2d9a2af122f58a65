/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** {@code livemark hist}. */
public final class HistCommand extends HistCommandBase {

    private String pattern;
    private Expression value;

    /**
     * Describes the command.
     *
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    public HistCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("hist", "MARKER FIELD", jvms, out, err);
        shows(
                "Draws how the values of a field, or of a Java expression over the fields, are distributed.",
                "  $ livemark hist shop db.query 'nanos / 1000' --where 'sql.contains(\"orders\")' --for 3s",
                "  looking at 1 marker, 4 sites in JVM 6433 (shop.jar)",
                "  db.query nanos / 1000",
                "  [32, 64)          2 |@                                                   |",
                "  [64, 128)        21 |@@@@@@@@@@                                          |",
                "  [128, 256)      108 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|",
                "  [256, 512)      108 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|",
                "  [512, 1K)        33 |@@@@@@@@@@@@@@@@                                    |",
                "  [1K, 2K)         12 |@@@@@@                                              |",
                "  [2K, 4K)         12 |@@@@@@                                              |",
                "  [4K, 8K)          4 |@@                                                  |",
                "  [8K, 16K)         4 |@@                                                  |",
                "  [16K, 32K)        2 |@                                                   |",
                "  306 values, min 62, mean 830, p50 290, p99 14784, p99.9 24960, max 25042",
                "",
                "  $ livemark hist shop order.placed 'total / 10' --linear 0,100,20");
    }

    @Override
    protected void check(List<String> given) throws Problem {
        super.check(given);
        if (given.size() != 2) {
            throw usage("hist takes a marker and a field, or an expression in quotes: livemark hist JVM MARKER FIELD");
        }
        pattern = given.get(0);
        value = Expression.of("the expression", given.get(1));
    }

    @Override
    protected List<String> patterns() {
        return List.of(pattern);
    }

    @Override
    protected List<Expression> expressions() {
        List<Expression> all = new ArrayList<>(keys());
        all.add(value);
        return all;
    }

    @Override
    protected void handlers(ProbeSource source, List<LookMarker> markers) {
        source.look("Hist", markers.size() + ", " + keys().size());
        for (int i = 0; i < markers.size(); i++) {
            source.handler(markers.get(i));
            source.where();
            if (limit() < Long.MAX_VALUE) {
                source.line("if (!this.livemark$look.take()) { return; }");
            }
            String row = Keys.row(source, i, keys());
            source.let("livemark$value", value);
            source.line("this.livemark$look.number(" + row + ", livemark$value, livemark$place);");
            source.end();
        }
    }

    @Override
    protected View view(boolean isSeveral) {
        return view(isSeveral, value.text());
    }
}
