/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.look.Hist;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the values in the target to the lines on the screen. */
class HistDrawingTest {

    @Test
    void powers_of_two_are_drawn_as_bpftrace_draws_them() {
        assertEquals(
                List.of(
                        "(-4, -2]        1 |@@@@@@@@@@          |",
                        "[0]             1 |@@@@@@@@@@          |",
                        "[1, 2)          2 |@@@@@@@@@@@@@@@@@@@@|",
                        "[2, 4)          0 |                    |",
                        "[4, 8)          0 |                    |",
                        "[8, 16)         1 |@@@@@@@@@@          |",
                        "5 values, min -3, mean 2.2, p50 1,",
                        "p99 12, p99.9 12, max 12"),
                lines(null, 41, -3L, 0L, 1L, 1L, 12L));
    }

    @Test
    void steps_are_drawn_with_what_is_outside_of_them() {
        assertEquals(
                List.of(
                        "(..., 0)         1 |@@@@@@@@|",
                        "[0, 5)           1 |@@@@@@@@|",
                        "[5, 10)          0 |        |",
                        "[10, ...)        1 |@@@@@@@@|"),
                lines("0,10,5", 10, -1.0, 4.999, 10.0).subList(0, 4));
    }

    @Test
    void fractions_near_zero_make_no_hundred_lines() {
        assertEquals(3, lines(null, 80, 0.0, 0.5).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void the_least_and_the_greatest_of_whole_numbers_are_exact(int place) {
        long nanos = 1_764_346_000_000_000_101L;
        Histogram times = filledAt(place, null, nanos, nanos + 1);
        assertEquals(
                "2 values, min 1764346000000000101, mean 1764346000000000101, p50 1764346000000000101,"
                        + " p99 1764346000000000101, p99.9 1764346000000000101, max 1764346000000000102",
                sum(times));
        Histogram all = filledAt(place, null, Long.MIN_VALUE, Long.MAX_VALUE);
        assertEquals(Long.MIN_VALUE, all.leastWhole());
        assertEquals(Long.MAX_VALUE, all.greatestWhole());
        String json =
                new HistText(List.of(), false, "v", null).json("total", new CountTable.Name("", "m", List.of()), all);
        assertTrue(json.startsWith("{\"what\":\"total\",\"marker\":\"m\","), json);
        assertTrue(json.contains("\"min\":-9223372036854775808,"), json);
        assertTrue(json.contains("\"max\":9223372036854775807,"), json);
    }

    @Test
    void whole_numbers_among_fractions_are_within_the_least_and_the_greatest() {
        assertEquals("3 values, min -7, mean -1.8398, p50 0.5039, p99 1, p99.9 1, max 1", last(1L, 0.5, -7L));
    }

    @Test
    void the_mean_of_whole_numbers_has_three_digits_at_least() {
        assertEquals("2 values, min 0, mean 0.5, p50 0, p99 1, p99.9 1, max 1", last(0L, 1L));
        assertEquals("3 values, min 0, mean 0.333, p50 0, p99 1, p99.9 1, max 1", last(0L, 0L, 1L));
        assertEquals("3 values, min -1, mean -0.333, p50 0, p99 0, p99.9 0, max 0", last(0L, 0L, -1L));
        assertEquals("3 values, min 10, mean 33.7, p50 11, p99 80, p99.9 80, max 80", last(10L, 11L, 80L));
        assertEquals("2 values, min 0, mean 60, p50 0, p99 120, p99.9 120, max 120", last(0L, 120L));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void no_line_is_wider_than_a_terminal_that_has_room_for_the_labels(int columns) {
        for (String line : lines(null, columns, 1L, 1_000_000L).subList(0, 20)) {
            assertTrue(line.length() <= Math.max(columns, 36), line);
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
        }
    }

    @Test
    void the_sum_is_continued_in_the_next_line_of_a_narrow_terminal() {
        List<String> lines = lines(null, 40, 1L, 1_000_000L);
        assertEquals(
                List.of("2 values, min 1, mean 501761, p50 1,", "p99 1000000, p99.9 1000000, max 1000000"),
                lines.subList(lines.size() - 2, lines.size()));
        List<String> piped = lines(null, Screen.UNBOUNDED, 1L, 1_000_000L);
        assertEquals(
                "2 values, min 1, mean 501761, p50 1, p99 1000000, p99.9 1000000, max 1000000",
                piped.get(piped.size() - 1));
        assertEquals(52 + 2, piped.get(0).length() - piped.get(0).indexOf('|'));
    }

    @Test
    void percentiles_are_true_to_the_width_of_a_bucket() {
        Object[] values = new Object[20_000];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) Math.exp(random.nextDouble() * 20);
        }
        Histogram histogram = filled(null, values);
        Arrays.sort(values);
        for (double percent : new double[] {1, 50, 90, 99, 99.9}) {
            long exact = (long) values[(int) Math.ceil(values.length * percent / 100) - 1];
            assertEquals(exact, histogram.percentile(percent), Math.max(1, exact * 0.016), percent + " %");
        }
        assertEquals((long) values[0], histogram.least());
        assertEquals((long) values[values.length - 1], histogram.greatest());
        assertEquals(
                Arrays.stream(values).mapToLong(value -> (long) value).average().orElse(0),
                histogram.mean(),
                histogram.mean() * 0.016);
    }

    private static List<String> lines(String linear, int columns, Object... values) {
        return new HistDrawing(filled(linear, values), Steps.of(linear), false, columns).lines();
    }

    private static String last(Object... values) {
        return sum(filled(null, values));
    }

    private static String sum(Histogram histogram) {
        List<String> lines = new HistDrawing(histogram, null, false, Screen.UNBOUNDED).lines();
        return lines.get(lines.size() - 1);
    }

    private static Histogram filled(String linear, Object... values) {
        return filledAt(0, linear, values);
    }

    private static Histogram filledAt(int place, String linear, Object... values) {
        Client client = new Client(linear == null ? Map.of() : Map.of("linear", linear));
        Hist hist = new Hist(client, 1, 0);
        client.source(hist);
        for (Object value : values) {
            if (value instanceof Long) {
                hist.number(hist.row(0), (long) value, place);
            } else {
                hist.number(hist.row(0), (double) value, place);
            }
        }
        hist.close();
        CountTable.Name name = new CountTable.Name("", "m", List.of());
        HistView view = new HistView(new HistText(List.of(), false, "v", Steps.of(linear)), true, false, null, null);
        client.feed(view.feed("", 1, List.of(new LookMarker("m", List.of())), new NoControl()));
        return view.histogram(name);
    }
}
