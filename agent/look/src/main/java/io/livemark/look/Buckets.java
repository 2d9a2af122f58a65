/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How often which value came: buckets after the manner of HdrHistogram, 64 for each power of two and sign, so that a value is known to 1.6 % and
 * whole numbers up to 128 exactly. The number of a bucket is in the bits of a double: sign, exponent, six bits of the mantissa. Counts of
 * a power of two are made when it first comes. A hit is one atomic addition.
 */
final class Buckets {

    static final int PER_POWER = 64;

    /** Powers from 2 to the -32nd to the 63rd; what is nearer to 0 counts as 0, what is beyond as the last. */
    static final int LEAST_POWER = -32;

    static final int POWERS = 96;

    private static final int SHIFT = 46;
    private static final int BIAS = 1023;

    /** First the positive powers, then the negative ones, then zero. */
    private final AtomicReferenceArray<AtomicLongArray> powers = new AtomicReferenceArray<>(2 * POWERS + 1);

    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int index = (int) (bits >>> SHIFT) & 0x1ffff;
        int power = (index >>> 6) - BIAS - LEAST_POWER;
        int within = index & PER_POWER - 1;
        if (power < 0) {
            power = 2 * POWERS;
            within = 0;
        } else {
            if (power >= POWERS) {
                power = POWERS - 1;
                within = PER_POWER - 1;
            }
            power += bits < 0 ? POWERS : 0;
        }
        AtomicLongArray counts = powers.get(power);
        if (counts == null) {
            counts = make(power);
        }
        counts.getAndIncrement(within);
    }

    /** The count of a bucket. */
    long get(int bucket) {
        AtomicLongArray counts = powers.get(bucket / PER_POWER);
        return counts == null ? 0 : counts.get(bucket % PER_POWER);
    }

    /** The next bucket from one on whose power has been seen; the number of all where there is none. */
    int next(int bucket) {
        int power = bucket / PER_POWER;
        if (power < powers.length() && powers.get(power) != null) {
            return bucket;
        }
        while (power < powers.length() && powers.get(power) == null) {
            power++;
        }
        return power * PER_POWER;
    }

    int count() {
        return powers.length() * PER_POWER;
    }

    long sum() {
        long sum = 0;
        for (int i = next(0); i < count(); i = next(i + 1)) {
            sum += get(i);
        }
        return sum;
    }

    private AtomicLongArray make(int power) {
        AtomicLongArray counts = new AtomicLongArray(PER_POWER);
        return powers.compareAndSet(power, null, counts) ? counts : powers.get(power);
    }
}
