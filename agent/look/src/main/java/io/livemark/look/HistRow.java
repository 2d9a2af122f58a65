/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The values that came under one combination of keys, those of some places apart; here are the others. Its sum as an adder is how many.
 */
final class HistRow extends Row {

    private static final long serialVersionUID = 1;
    private static final int PIECE = 500;
    private static final int COUNT = Buckets.ALL_POWERS * Buckets.PER_POWER;

    private final transient Buckets buckets = new Buckets();
    private final transient LongAdder noNumbers = new LongAdder();
    /** Read by every hit, without a fence: what is seen too late is looked at again under the monitor. */
    private double least = Double.POSITIVE_INFINITY;

    private double greatest = Double.NEGATIVE_INFINITY;

    /** Of whole numbers, of which doubles cannot tell large ones apart. */
    private long leastWhole = Long.MAX_VALUE;

    private long greatestWhole = Long.MIN_VALUE;

    /** What is below, the steps, what is above; null where there are none. */
    private final transient AtomicLongArray steps;

    private final transient double[] linear;
    private volatile boolean isFraction;
    private transient Part[] parts = new Part[0];
    private int next;

    HistRow(int number, int marker, Row parent, long bits, Object object, double[] linear) {
        super(number, marker, parent, bits, object);
        this.linear = linear;
        this.steps = linear.length == 0
                ? null
                : new AtomicLongArray((int) Math.ceil((linear[1] - linear[0]) / linear[2]) + 2);
    }

    void fraction() {
        if (!isFraction) {
            isFraction = true;
        }
    }

    /** Counts a value that has no place in a histogram. */
    void noNumber() {
        noNumbers.increment();
    }

    long noNumbers() {
        return noNumbers.sum();
    }

    /** Takes a value of any thread. */
    void put(double value) {
        if (value < least || value > greatest) {
            widen(value);
        }
        count(value);
    }

    /** Takes a whole number of any thread. */
    void put(long value) {
        if (value < leastWhole || value > greatestWhole) {
            widen(value);
        }
        count(value);
    }

    private void count(double value) {
        if (steps != null) {
            steps.getAndIncrement(step(value));
        }
        buckets.add(Buckets.of(value));
    }

    /** How many steps there are, with those below and above; 0 for none. */
    int steps() {
        return steps == null ? 0 : steps.length();
    }

    int step(double value) {
        int step = value < linear[0] ? 0 : 1 + (int) Math.min((value - linear[0]) / linear[2], steps.length());
        return value >= linear[1] ? steps.length() - 1 : step;
    }

    /** Another place has values of this row from now on. */
    synchronized void add(Part part) {
        parts = Arrays.copyOf(parts, parts.length + 1);
        parts[parts.length - 1] = part;
    }

    @Override
    public long sum() {
        Part[] all = parts();
        long sum = 0;
        for (int i = next(0, all); i < COUNT; i = next(i + 1, all)) {
            sum += get(i, all);
        }
        return sum;
    }

    private synchronized Part[] parts() {
        return parts;
    }

    /** A value below the least or above the greatest comes seldom. */
    private synchronized void widen(double value) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    private synchronized void widen(long value) {
        leastWhole = Math.min(leastWhole, value);
        greatestWhole = Math.max(greatestWhole, value);
    }

    private long get(int bucket, Part[] all) {
        long count = buckets.get(bucket);
        for (Part part : all) {
            count += part.get(bucket);
        }
        return count;
    }

    /** The next bucket from one on whose power has been seen; the number of all where there is none. */
    private int next(int bucket, Part[] all) {
        int power = Buckets.power(bucket);
        if (power < Buckets.ALL_POWERS && has(power, all)) {
            return bucket;
        }
        while (power < Buckets.ALL_POWERS && !has(power, all)) {
            power++;
        }
        return power * Buckets.PER_POWER;
    }

    private boolean has(int power, Part[] all) {
        boolean has = buckets.has(power);
        for (int i = 0; i < all.length && !has; i++) {
            has = all[i].has(power);
        }
        return has;
    }

    /** Writes a piece of the histogram; false where there is more. */
    boolean write(int number, Out to) {
        Part[] all = parts();
        int[] buckets = new int[PIECE];
        long[] counts = new long[PIECE];
        int found = 0;
        for (next = next(next, all); next < COUNT && found < PIECE; next = next(next + 1, all)) {
            counts[found] = get(next, all);
            if (counts[found] > 0) {
                buckets[found++] = next;
            }
        }
        to.put(Tag.HISTOGRAM);
        to.number(number);
        boolean isWhole = !isFraction;
        to.number(isWhole ? 1 : 0);
        range(isWhole, all, to);
        to.number(found);
        for (int i = 0; i < found; i++) {
            to.number(buckets[i]);
            to.number(counts[i]);
        }
        if (next < COUNT) {
            return false;
        }
        next = 0;
        if (steps != null) {
            writeSteps(number, all, to);
        }
        long left = noNumbers();
        if (left > 0) {
            to.put(Tag.NO_NUMBER);
            to.number(number);
            to.number(left);
        }
        return true;
    }

    private synchronized void range(boolean isWhole, Part[] all, Out to) {
        double low = least;
        double high = greatest;
        long lowWhole = leastWhole;
        long highWhole = greatestWhole;
        for (Part part : all) {
            low = Math.min(low, part.least());
            high = Math.max(high, part.greatest());
            lowWhole = Math.min(lowWhole, part.leastWhole());
            highWhole = Math.max(highWhole, part.greatestWhole());
        }
        boolean hasWhole = lowWhole <= highWhole;
        to.eight(isWhole ? lowWhole : Double.doubleToRawLongBits(hasWhole ? Math.min(low, lowWhole) : low));
        to.eight(isWhole ? highWhole : Double.doubleToRawLongBits(hasWhole ? Math.max(high, highWhole) : high));
    }

    private void writeSteps(int number, Part[] all, Out to) {
        to.put(Tag.LINEAR);
        to.number(number);
        to.number(steps.length());
        for (int i = 0; i < steps.length(); i++) {
            long count = steps.get(i);
            for (Part part : all) {
                count += part.step(i);
            }
            to.number(i);
            to.number(count);
        }
    }
}
