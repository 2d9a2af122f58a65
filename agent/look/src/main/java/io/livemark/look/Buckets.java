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
    private static final int LEAST = BIAS + LEAST_POWER << 6;
    private static final int NEGATIVE = POWERS * PER_POWER;
    private static final int ZERO = 2 * NEGATIVE;

    private final AtomicReferenceArray<AtomicLongArray> powers = new AtomicReferenceArray<>(ALL_POWERS);

    /** The number of the bucket of a value. */
    static int of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int bucket = ((int) (bits >>> SHIFT) & 0x1ffff) - LEAST;
        if (bucket < 0) {
            return ZERO;
        }
        if (bucket >= NEGATIVE) {
            bucket = NEGATIVE - 1;
        }
        return bits < 0 ? NEGATIVE + bucket : bucket;
    }

    /** The number of its power. By a shift, since a division of what may be negative takes three instructions more. */
    static int power(int bucket) {
        return bucket >>> 6;
    }

    /** Its place within its power. */
    static int within(int bucket) {
        return bucket & PER_POWER - 1;
    }

    void add(int bucket) {
        int power = power(bucket);
        AtomicLongArray counts = powers.get(power);
        if (counts == null) {
            counts = make(power);
        }
        counts.getAndIncrement(within(bucket));
    }

    /** The count of a bucket. */
    long get(int bucket) {
        AtomicLongArray counts = powers.get(power(bucket));
        return counts == null ? 0 : counts.get(within(bucket));
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
