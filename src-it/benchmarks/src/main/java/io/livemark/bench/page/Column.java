/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column of numbers.
 *
 * @param name its head
 * @param format of one number
 * @param narrow whether it says that it does not know where the quartiles are more than 5 % apart
 */
record Column(String name, String format, boolean narrow) {

    private static final double TOO_WIDE = 0.05;

    /** {@code name|format}, with an exclamation mark at the end where it has to be narrow. */
    static Column of(String text) {
        String[] parts = text.split("\\|");
        boolean narrow = parts[1].endsWith("!");
        return new Column(parts[0], narrow ? parts[1].substring(0, parts[1].length() - 1) : parts[1], narrow);
    }

    /** {@return the median with the least and the greatest; the number alone where there is but one} */
    String cell(List<Double> values) {
        double[] sorted = sorted(values);
        if (sorted.length == 0) {
            return "";
        }
        double low = sorted[sorted.length / 4];
        double high = sorted[sorted.length - 1 - sorted.length / 4];
        if (narrow && high - low > TOO_WIDE * median(sorted)) {
            return "too wide: quartiles " + number(low) + " and " + number(high);
        }
        String median = number(median(sorted));
        return sorted.length == 1
                ? median
                : median + " [" + number(sorted[0]) + ".." + number(sorted[sorted.length - 1]) + "]";
    }

    String number(double value) {
        String text = String.format(Locale.ROOT, format, value);
        // Nothing is neither more nor less.
        return text.matches("[+-]0(\\.0+)?") ? "±" + text.substring(1) : text;
    }

    static double median(List<Double> values) {
        return median(sorted(values));
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted =
                values.stream().filter(v -> v != null).mapToDouble(v -> v).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
