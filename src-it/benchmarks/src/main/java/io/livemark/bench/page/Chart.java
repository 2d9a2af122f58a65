/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What a mark adds to the light method, off and on, and what others add: bars on a logarithmic scale. */
final class Chart {

    private static final double LEAST_NANOS = 0.01;
    private static final List<String> SCALE = List.of("≤ 0.01", "0.1", "1", "10", "100", "1,000", "10,000", "100,000");
    private static final int DECADES = SCALE.size() - 1;
    private static final int LEFT = 250;
    private static final int DECADE = 75;
    private static final int BAR = 11;

    private record Bar(String label, boolean own, String suite, String table, List<String> row) {}

    private static final List<Bar> BARS = List.of(
            new Bar("off: Livemark", true, "off", "c2", List.of("marked / base", "light")),
            new Bar("off: static boolean", false, "off", "c2", List.of("flag / base", "light")),
            new Bar("off: JFR event", false, "off", "c2", List.of("jfr / base", "light")),
            new Bar("off: SLF4J trace", false, "off", "c2", List.of("slf4j / base", "light")),
            new Bar("on: Livemark", true, "on", "one", List.of("Livemark", "light")),
            new Bar("on: a call written by hand", false, "on", "one", List.of("written by hand", "light")),
            new Bar("on: BTrace", false, "on", "one", List.of("BTrace", "light")),
            new Bar("on: Byteman, compiled rule", false, "on", "one", List.of("Byteman, compiled", "light")),
            new Bar("on: Byteman, interpreted rule", false, "on", "one", List.of("Byteman, interpreted", "light")),
            new Bar("on: SLF4J, null appender", false, "on", "one", List.of("SLF4J, null appender", "light")),
            new Bar("on: JFR event", false, "on", "one", List.of("JFR event, no stack trace", "light")),
            new Bar("on: OpenTelemetry", false, "on", "one", List.of("OpenTelemetry", "light")),
            new Bar("on: Arthas monitor", false, "on", "one", List.of("Arthas monitor", "light")),
            new Bar("on: Arthas watch", false, "on", "one", List.of("Arthas watch", "light")));

    private final Map<String, Map<String, Result>> results;
    private final List<String> jdks;

    Chart(Map<String, Map<String, Result>> results, Set<String> jdks) {
        this.results = results;
        this.jdks = new ArrayList<>(jdks);
    }

    String svg() {
        int rowHeight = jdks.size() * BAR + 10;
        int bottom = 40 + BARS.size() * rowHeight;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<text x=\"10\" y=\"20\" font-size=\"14\">ns added to a call of a method that takes 3 ns"
                        + " (each bar a JDK: %s); logarithmic</text>%n",
                LEFT + DECADES * DECADE + 110,
                bottom + 30,
                String.join(", ", jdks)));
        for (int i = 0; i <= DECADES; i++) {
            int x = LEFT + i * DECADE;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d 32V%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>%n",
                    x,
                    bottom,
                    x,
                    bottom + 16,
                    SCALE.get(i)));
        }
        int y = 40;
        for (Bar bar : BARS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 8,
                    y + jdks.size() * BAR / 2 + 4,
                    bar.label()));
            for (int i = 0; i < jdks.size(); i++) {
                bar(svg, bar, jdks.get(i), y + i * BAR);
            }
            y += rowHeight;
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(StringBuilder svg, Bar bar, String jdk, int y) {
        Result result = results.getOrDefault(bar.suite(), Map.of()).get(jdk);
        Table table = result == null || result.isBusy() ? null : result.table(bar.table());
        OptionalDouble nanos = table == null ? OptionalDouble.empty() : table.median(bar.row(), "added ns");
        double width = Math.log10(Math.max(LEAST_NANOS, nanos.orElse(0)) / LEAST_NANOS) * DECADE;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/><text x=\"%.1f\" y=\"%d\" font-size=\"10\">%s</text>%n",
                LEFT,
                y,
                Math.max(width, 1),
                BAR - 2,
                bar.own() ? "#0a7d4f" : "#8a97a6",
                LEFT + width + 4,
                y + BAR - 3,
                nanos.isPresent() ? Column.of("|%+.2f").number(nanos.getAsDouble()) : without(table, jdk)));
    }

    private static String without(Table table, String jdk) {
        return table == null ? "not measured on " + jdk : "does not run on " + jdk;
    }
}
