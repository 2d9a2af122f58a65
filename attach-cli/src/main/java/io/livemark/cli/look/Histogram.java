/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.Map;
import java.util.TreeMap;

/** The values under one name: how many in which bucket. The buckets are those of the class {@code Buckets} in the target. */
final class Histogram {

    private static final int PER_POWER = 64;
    private static final int LEAST_POWER = -32;
    private static final int POWERS = 96;
    private static final int ZERO = 2 * POWERS * PER_POWER;

    /** By value: 0 is zero, n the n-th bucket of positive numbers, -n that of negative ones. */
    private final Map<Integer, Long> counts = new TreeMap<>();

    private final Map<Integer, Long> steps = new TreeMap<>();
    private long noNumbers;
    private boolean isWhole = true;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private long leastWhole = Long.MAX_VALUE;
    private long greatestWhole = Long.MIN_VALUE;

    void add(int bucket, long more) {
        counts.merge(order(bucket), more, Long::sum);
    }

    void addStep(int step, long more) {
        steps.merge(step, more, Long::sum);
    }

    void addNoNumbers(long more) {
        noNumbers += more;
    }

    /** Values that are no numbers, and so in no bucket. */
    long noNumbers() {
        return noNumbers;
    }

    /** Values of which some may be fractions lie between these. */
    void seen(double low, double high) {
        isWhole = false;
        widen(low, high);
    }

    /** Whole numbers lie between these; there are none where the first is the greater. */
    void seenWhole(long low, long high) {
        if (low <= high) {
            leastWhole = Math.min(leastWhole, low);
            greatestWhole = Math.max(greatestWhole, high);
            widen(low, high);
        }
    }

    private void widen(double low, double high) {
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
    }

    boolean isWhole() {
        return isWhole;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    /** The least exactly, where all {@linkplain #isWhole() are whole}: a double cannot tell large ones apart. */
    long leastWhole() {
        return leastWhole;
    }

    /** The greatest exactly, where all {@linkplain #isWhole() are whole}. */
    long greatestWhole() {
        return greatestWhole;
    }

    /** The whole number that is nearest to a value, and neither below the least nor above the greatest. */
    long whole(double value) {
        return Math.max(leastWhole, Math.min(greatestWhole, Math.round(value)));
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Linear ones by their number; 0 is below, the last above. */
    Map<Integer, Long> steps() {
        return steps;
    }

    double mean() {
        double sum = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            sum += middle(bucket.getKey()) * bucket.getValue();
        }
        return within(sum / Math.max(1, count()));
    }

    /** The value that so many of a hundred do not exceed. */
    double percentile(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(count() * percent / 100));
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= wanted) {
                return within(middle(bucket.getKey()));
            }
        }
        return greatest;
    }

    /** Counts by powers of two: 0 is zero, n the values from {@link #power} of n on, -n their negatives. */
    Map<Integer, Long> powers() {
        Map<Integer, Long> powers = new TreeMap<>();
        counts.forEach((order, count) -> {
            int power = Integer.signum(order) * ((Math.abs(order) + PER_POWER - 1) / PER_POWER);
            powers.merge(power, count, Long::sum);
        });
        return powers;
    }

    /** The least value of a power. */
    static double power(int n) {
        return Math.scalb(1.0, n - 1 + LEAST_POWER);
    }

    private double within(double value) {
        return Math.max(least, Math.min(greatest, value));
    }

    private static int order(int bucket) {
        if (bucket >= ZERO) {
            return 0;
        }
        return bucket < POWERS * PER_POWER ? bucket + 1 : -(bucket - POWERS * PER_POWER + 1);
    }

    private double middle(int order) {
        if (order == 0) {
            return 0;
        }
        int bucket = Math.abs(order) - 1;
        double power = Math.scalb(1.0, bucket / PER_POWER + LEAST_POWER);
        double width = power / PER_POWER;
        double from = power + bucket % PER_POWER * width;
        // A bucket of whole numbers that is not wider than 1 has only the one it begins with.
        return Math.signum(order) * (isWhole && width <= 1 ? Math.ceil(from) : from + width / 2);
    }
}
