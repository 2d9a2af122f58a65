/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.look.Hist;
import io.livemark.look.Latency;
import io.livemark.look.Look;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** From what happens in the target to what is printed at the end. */
class HistViewTest {

    private static final List<LookMarker> MARKERS =
            List.of(new LookMarker("work.begin", List.of()), new LookMarker("work.end", List.of()));
    private static final List<Expression> KEYS = List.of(new Expression("--by", "kind", "kind"));

    @Test
    void begins_that_wait_for_their_end_when_the_look_ends_are_told() {
        assertEquals(
                List.of(
                        "work.end ns",
                        "no values",
                        "left out: 1 begin without an end, 1 end without a begin, 2 begins still open at the end"),
                latency(List.of(), false, HistViewTest::unmatched));
    }

    @Test
    void where_no_key_has_a_value_that_is_said_and_what_was_left_out() {
        assertEquals(List.of("no values"), latency(KEYS, false, latency -> {}));
        assertEquals(
                List.of(
                        "no values",
                        "left out: 1 begin without an end, 1 end without a begin, 2 begins still open at the end"),
                latency(KEYS, false, HistViewTest::unmatched));
    }

    @Test
    void of_a_histogram_by_keys_without_a_value_that_is_said() {
        assertEquals(List.of("no values"), hist(KEYS, false, hist -> {}));
    }

    @Test
    void of_several_markers_those_with_values_are_drawn() {
        assertEquals(
                List.of("work.end v", "1 value, min 7, mean 7, p50 7, p99 7, p99.9 7, max 7"),
                hist(List.of(), false, hist -> hist.number(hist.row(1), 7L, 0)).stream()
                        .filter(line -> !line.contains("@"))
                        .toList());
        assertEquals(List.of("no values"), hist(List.of(), false, hist -> {}));
    }

    @Test
    void as_json_the_unmatched_are_a_line_and_the_begin_is_no_histogram() {
        assertEquals(
                List.of(
                        "{\"what\":\"total\",\"marker\":\"work.end\",\"by\":{},\"value\":\"ns\",\"count\":0,\"buckets\":[]}",
                        "{\"what\":\"total\",\"unmatched\":{\"begins\":1,\"ends\":1,\"open\":2,\"dropped\":0}}"),
                latency(List.of(), true, HistViewTest::unmatched));
        assertEquals(
                List.of("{\"what\":\"total\",\"unmatched\":{\"begins\":0,\"ends\":0,\"open\":0,\"dropped\":0}}"),
                latency(KEYS, true, latency -> {}));
    }

    @Test
    void values_that_are_no_numbers_are_counted_apart() {
        assertEquals(
                List.of("work.begin v", "no values", "left out: 1 value that is no number"),
                hist(List.of(), false, hist -> hist.number(hist.row(0), Double.NaN, 0)));
        List<String> lines = hist(List.of(), false, hist -> {
            hist.number(hist.row(1), Double.NaN, 0);
            hist.number(hist.row(1), 7.0, 0);
            hist.number(hist.row(1), Double.NaN, -1);
        });
        assertEquals(
                List.of(
                        "1 value, min 7, mean 7, p50 7, p99 7, p99.9 7, max 7",
                        "left out: 2 values that are no number"),
                lines.subList(2, lines.size()));
    }

    @Test
    void as_json_what_is_no_number_is_counted_and_what_is_infinite_is_called_so() {
        List<String> lines = hist(List.of(), true, hist -> {
            hist.number(hist.row(1), Double.NaN, 0);
            hist.number(hist.row(1), Double.POSITIVE_INFINITY, 0);
            hist.number(hist.row(1), Double.NEGATIVE_INFINITY, 0);
        });
        String line = lines.get(1);
        assertTrue(line.contains(",\"count\":2,\"noNumber\":1,\"min\":\"-Infinity\","), line);
        assertTrue(line.contains(",\"max\":\"Infinity\","), line);
    }

    /** One of each kind, and two that are open. */
    private static void unmatched(Latency latency) {
        latency.begin(7, null);
        latency.begin(7, null);
        latency.begin(8, null);
        latency.end(9, null);
    }

    private static List<String> latency(List<Expression> keys, boolean isJson, Consumer<Latency> hits) {
        Client client = new Client(Map.of());
        Latency latency = new Latency(client, MARKERS.size(), keys.size(), 1);
        hits.accept(latency);
        return printed(client, latency, new HistText(keys, false, HistText.NANOS, null), isJson);
    }

    private static List<String> hist(List<Expression> keys, boolean isJson, Consumer<Hist> hits) {
        Client client = new Client(Map.of());
        Hist hist = new Hist(client, MARKERS.size(), keys.size());
        hits.accept(hist);
        return printed(client, hist, new HistText(keys, false, "v", null), isJson);
    }

    private static List<String> printed(Client client, Look look, HistText text, boolean isJson) {
        StringWriter out = new StringWriter();
        HistView view = new HistView(text, isJson, false, new PrintWriter(out), new PrintWriter(new StringWriter()));
        client.source(look);
        look.close();
        client.feed(view.feed("", 1, MARKERS, new NoControl()));
        view.end();
        return out.toString().lines().toList();
    }
}
