/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A histogram in lines, as bpftrace draws it. Plain characters: it looks the same in every terminal. */
final class HistDrawing {

    /** What stands where there are none. */
    static final String NO_VALUES = "no values";

    /** Of a line with a bar where nothing bounds it. */
    private static final int COLUMNS = 80;

    private static final int WIDEST = 52;
    private static final int NARROWEST = 8;
    private static final int DIGITS = 8;
    private static final int BESIDE = 5;

    private final Histogram histogram;
    private final Steps steps;
    private final boolean isNanos;
    private final int columns;
    private final List<String> labels = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    /**
     * @param steps of a linear one; null for powers of two
     * @param isNanos whether values are nanoseconds
     * @param columns of the terminal; {@link Screen#UNBOUNDED} where there is none
     */
    HistDrawing(Histogram histogram, Steps steps, boolean isNanos, int columns) {
        this.histogram = histogram;
        this.steps = steps;
        this.isNanos = isNanos;
        this.columns = columns;
    }

    List<String> lines() {
        if (steps == null) {
            powers();
        } else {
            steps();
        }
        List<String> lines = new ArrayList<>();
        if (!labels.isEmpty()) {
            int wide = labels.stream().mapToInt(String::length).max().orElse(0);
            long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
            int room = columns == Screen.UNBOUNDED ? COLUMNS : columns;
            int digits = Math.max(DIGITS, Long.toString(most).length());
            int bar = Math.max(NARROWEST, Math.min(WIDEST, room - wide - digits - BESIDE));
            for (int i = 0; i < labels.size(); i++) {
                int full = most == 0 ? 0 : (int) Math.round((double) counts.get(i) * bar / most);
                String front = "%-" + wide + "s %" + digits + "d |";
                lines.add(String.format(Locale.ROOT, front, labels.get(i), counts.get(i)) + "@".repeat(full)
                        + " ".repeat(bar - full) + "|");
            }
        }
        lines.addAll(Screen.wrapped(sum(), columns));
        return lines;
    }

    private void powers() {
        TreeMap<Integer, Long> powers = new TreeMap<>(histogram.powers());
        if (powers.isEmpty()) {
            return;
        }
        // Empty ones stand between others, but not on the way to 0: there are too many, and of whole numbers none.
        Integer nearest = powers.ceilingKey(1);
        Integer nearestBelow = powers.floorKey(-1);
        for (int n = powers.firstKey(); n <= powers.lastKey(); n++) {
            if (powers.containsKey(n) || nearest != null && n > nearest || nearestBelow != null && n < nearestBelow) {
                labels.add(label(n));
                counts.add(powers.getOrDefault(n, 0L));
            }
        }
    }

    private static String label(int n) {
        if (n == 0) {
            return "[0]";
        }
        String low = Numbers.power(Histogram.power(Math.abs(n)));
        String high = Numbers.power(Histogram.power(Math.abs(n) + 1));
        return n > 0 ? "[" + low + ", " + high + ")" : "(-" + high + ", -" + low + "]";
    }

    private void steps() {
        Map<Integer, Long> found = histogram.steps();
        for (int i = 0; i <= steps.count() + 1; i++) {
            long count = found.getOrDefault(i, 0L);
            double from = steps.from() + (i - 1) * steps.width();
            if (i > 0 && i <= steps.count()) {
                String to = Numbers.plain(Math.min(from + steps.width(), steps.to()));
                labels.add("[" + Numbers.plain(from) + ", " + to + ")");
                counts.add(count);
            } else if (count > 0) {
                labels.add(
                        i == 0
                                ? "(..., " + Numbers.plain(steps.from()) + ")"
                                : "[" + Numbers.plain(steps.to()) + ", ...)");
                counts.add(count);
            }
        }
    }

    private String sum() {
        long count = histogram.count();
        if (count == 0) {
            return NO_VALUES;
        }
        return count + (count == 1 ? " value" : " values") + ", min "
                + extreme(histogram.leastWhole(), histogram.least()) + ", mean "
                + mean() + ", p50 " + value(histogram.percentile(50)) + ", p99 "
                + value(histogram.percentile(99)) + ", p99.9 " + value(histogram.percentile(99.9)) + ", max "
                + extreme(histogram.greatestWhole(), histogram.greatest());
    }

    /** That of whole numbers is seldom whole. */
    private String mean() {
        double mean = histogram.mean();
        return histogram.isWhole() && !isNanos && Math.abs(mean) < 100 ? Numbers.three(mean) : value(mean);
    }

    private String extreme(long whole, double value) {
        return isNanos || !histogram.isWhole() ? value(value) : Long.toString(whole);
    }

    private String value(double value) {
        if (isNanos) {
            return Numbers.nanos(value);
        }
        return histogram.isWhole() ? Long.toString(histogram.whole(value)) : Numbers.plain(value);
    }
}
