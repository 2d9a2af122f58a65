/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

/**
 * The values of one row that came at one place; see {@link io.livemark.Place}. Has one writer at a time, so nothing is atomic. Others
 * read: a count that they see is never less than before.
 */
final class Part {

    private final HistRow row;
    private final Parts parts;
    private final long[][] powers = new long[Buckets.ALL_POWERS][];
    private final long[] steps;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private long leastWhole = Long.MAX_VALUE;
    private long greatestWhole = Long.MIN_VALUE;

    /** How many numbers of eight bytes one takes at first. */
    static int size(HistRow row) {
        return Buckets.ALL_POWERS + row.steps();
    }

    Part(HistRow row, Parts parts) {
        this.row = row;
        this.parts = parts;
        this.steps = row.steps() == 0 ? null : new long[Tally.APART + row.steps()];
    }

    /** Takes a value; false where there is no room for it. */
    boolean put(double value) {
        int bucket = Buckets.of(value);
        long[] counts = counts(Buckets.power(bucket));
        if (counts == null) {
            return false;
        }
        // First: what is counted lies within.
        if (value < least) {
            least = value;
        }
        if (value > greatest) {
            greatest = value;
        }
        count(counts, bucket, value);
        return true;
    }

    /** Takes a whole number, which may be no double; false where there is no room for it. */
    boolean put(long value) {
        int bucket = Buckets.of(value);
        long[] counts = counts(Buckets.power(bucket));
        if (counts == null) {
            return false;
        }
        if (value < leastWhole) {
            leastWhole = value;
        }
        if (value > greatestWhole) {
            greatestWhole = value;
        }
        count(counts, bucket, value);
        return true;
    }

    /** Those of a power; null where there is no room for them. */
    private long[] counts(int power) {
        long[] counts = powers[power];
        if (counts == null) {
            counts = parts.numbers(Tally.APART + Buckets.PER_POWER);
            powers[power] = counts;
        }
        return counts;
    }

    private void count(long[] counts, int bucket, double value) {
        if (steps != null) {
            steps[Tally.APART + row.step(value)]++;
        }
        counts[Tally.APART + Buckets.within(bucket)]++;
    }

    long get(int bucket) {
        long[] counts = powers[Buckets.power(bucket)];
        return counts == null ? 0 : counts[Tally.APART + Buckets.within(bucket)];
    }

    long step(int step) {
        return steps[Tally.APART + step];
    }

    boolean has(int power) {
        return powers[power] != null;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    long leastWhole() {
        return leastWhole;
    }

    long greatestWhole() {
        return greatestWhole;
    }
}
