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

    /** First the positive powers, then the negative ones, then zero. */
    static final int ALL_POWERS = 2 * POWERS + 1;

    private static final int SHIFT = 46;
    private static final int BIAS = 1023;

    private final AtomicReferenceArray<AtomicLongArray> powers = new AtomicReferenceArray<>(ALL_POWERS);

    /** The number of the bucket of a value. */
    static int of(double value) {
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
        return power * PER_POWER + within;
    }

    void add(int bucket) {
        int power = bucket / PER_POWER;
        AtomicLongArray counts = powers.get(power);
        if (counts == null) {
            counts = make(power);
        }
        counts.getAndIncrement(bucket % PER_POWER);
    }

    /** The count of a bucket. */
    long get(int bucket) {
        AtomicLongArray counts = powers.get(bucket / PER_POWER);
        return counts == null ? 0 : counts.get(bucket % PER_POWER);
    }

    /** Whether a value of a power may have come. */
    boolean has(int power) {
        return powers.get(power) != null;
    }

    private AtomicLongArray make(int power) {
        AtomicLongArray counts = new AtomicLongArray(PER_POWER);
        return powers.compareAndSet(power, null, counts) ? counts : powers.get(power);
    }
}
