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
        long[] counts = powers[Buckets.power(bucket)];
        if (counts == null) {
            counts = parts.numbers(Tally.APART + Buckets.PER_POWER);
            if (counts == null) {
                return false;
            }
            powers[Buckets.power(bucket)] = counts;
        }
        // First: what is counted lies within.
        if (value < least) {
            least = value;
        }
        if (value > greatest) {
            greatest = value;
        }
        if (steps != null) {
            steps[Tally.APART + row.step(value)]++;
        }
        counts[Tally.APART + Buckets.within(bucket)]++;
        return true;
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
}
