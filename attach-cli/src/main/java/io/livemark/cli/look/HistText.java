/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Histograms as text and as JSON.
 *
 * @param keys of each
 * @param isSeveral whether lines name the JVM
 * @param what the numbers are
 * @param steps of linear ones; null for powers of two
 */
record HistText(List<Expression> keys, boolean isSeveral, String what, Steps steps) {

    /** What numbers are that are times. */
    static final String NANOS = "ns";

    List<String> lines(CountTable.Name name, Histogram histogram, int columns) {
        StringBuilder title = new StringBuilder(isSeveral ? name.jvm() + " " : "").append(name.marker());
        for (int i = 0; i < keys.size(); i++) {
            title.append(' ')
                    .append(keys.get(i).text())
                    .append('=')
                    .append(name.keys().get(i).shown());
        }
        List<String> lines = new ArrayList<>();
        lines.add(title.append(' ').append(what).toString());
        lines.addAll(new HistDrawing(histogram, steps, what.equals(NANOS), columns).lines());
        long noNumbers = histogram.noNumbers();
        if (noNumbers > 0) {
            lines.add("left out: " + Count.of(noNumbers, "value") + " that " + (noNumbers == 1 ? "is" : "are")
                    + " no number");
        }
        return lines;
    }

    /**
     * @param state whether it is one so far or the total, as the other looks say
     */
    String json(String state, CountTable.Name name, Histogram histogram) {
        Json json = new Json().object().name("what").value(state);
        if (isSeveral) {
            json.name("jvm").value(name.jvm());
        }
        json.name("marker").value(name.marker()).name("by").object();
        for (int i = 0; i < keys.size(); i++) {
            json.name(keys.get(i).text());
            name.keys().get(i).json(json);
        }
        json.end('}').name("value").value(what).name("count").value(histogram.count());
        if (histogram.noNumbers() > 0) {
            json.name("noNumber").value(histogram.noNumbers());
        }
        if (histogram.count() > 0) {
            extreme(json, "min", histogram, histogram.leastWhole(), histogram.least());
            number(json, "mean", histogram.mean());
            percentile(json, "p50", histogram, 50);
            percentile(json, "p99", histogram, 99);
            percentile(json, "p999", histogram, 99.9);
            extreme(json, "max", histogram, histogram.greatestWhole(), histogram.greatest());
        }
        json.name("buckets").array();
        histogram.powers().forEach((power, count) -> {
            double low = power == 0 ? 0 : Histogram.power(Math.abs(power));
            number(json.object(), "from", power < 0 ? -2 * low : low);
            number(json, "to", power < 0 ? -low : 2 * low);
            json.name("count").value(count).end('}');
        });
        return json.end(']').end('}').toString();
    }

    private static void extreme(Json json, String name, Histogram histogram, long whole, double value) {
        if (histogram.isWhole()) {
            json.name(name).value(whole);
        } else {
            number(json, name, value);
        }
    }

    private static void percentile(Json json, String name, Histogram histogram, double percent) {
        double value = histogram.percentile(percent);
        extreme(json, name, histogram, histogram.whole(value), value);
    }

    private static void number(Json json, String name, double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        json.name(name);
        if (Double.isFinite(value)) {
            json.literal(isWhole ? Long.toString((long) value) : Double.toString(value));
        } else {
            json.value(Double.toString(value));
        }
    }
}
