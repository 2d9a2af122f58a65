/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.concurrent.atomic.AtomicLongArray;

/** The values that came under one combination of keys. Its sum as an adder is how many. */
final class HistRow extends Row {

    private static final long serialVersionUID = 1;
    private static final int PIECE = 500;

    private final transient Buckets buckets = new Buckets();
    /** Read by every hit, without a fence: what is seen too late is looked at again under the monitor. */
    private double least = Double.POSITIVE_INFINITY;

    private double greatest = Double.NEGATIVE_INFINITY;

    /** What is below, the steps, what is above; null where there are none. */
    private final transient AtomicLongArray steps;

    private final transient double[] linear;
    private volatile boolean isFraction;
    private int next;

    HistRow(int marker, Row parent, long bits, Object object, int hash, double[] linear) {
        super(marker, parent, bits, object, hash);
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

    void put(double value) {
        buckets.add(value);
        if (value < least || value > greatest) {
            widen(value);
        }
        if (steps != null) {
            int step = value < linear[0] ? 0 : 1 + (int) Math.min((value - linear[0]) / linear[2], steps.length());
            steps.getAndIncrement(value >= linear[1] ? steps.length() - 1 : step);
        }
    }

    @Override
    public long sum() {
        return buckets.sum();
    }

    /** A value below the least or above the greatest comes seldom. */
    private synchronized void widen(double value) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    /** Writes a piece of the histogram; false where there is more. */
    boolean write(int number, Out to) {
        int[] piece = new int[PIECE];
        int found = 0;
        for (next = buckets.next(next); next < buckets.count() && found < PIECE; next = buckets.next(next + 1)) {
            if (buckets.get(next) > 0) {
                piece[found++] = next;
            }
        }
        to.put(Tag.HISTOGRAM);
        to.number(number);
        to.number(isFraction ? 0 : 1);
        synchronized (this) {
            to.eight(Double.doubleToRawLongBits(least));
            to.eight(Double.doubleToRawLongBits(greatest));
        }
        to.number(found);
        for (int i = 0; i < found; i++) {
            to.number(piece[i]);
            to.number(buckets.get(piece[i]));
        }
        if (next < buckets.count()) {
            return false;
        }
        next = 0;
        if (steps != null) {
            writeSteps(number, to);
        }
        return true;
    }

    private void writeSteps(int number, Out to) {
        to.put(Tag.LINEAR);
        to.number(number);
        to.number(steps.length());
        for (int i = 0; i < steps.length(); i++) {
            to.number(i);
            to.number(steps.get(i));
        }
    }
}
