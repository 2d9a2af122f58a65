/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final int SIGN = Buckets.POWERS * Buckets.PER_POWER;
    private static final int ZERO = 2 * SIGN;

    @Test
    void a_value_is_put_by_its_power_of_two_and_a_64th_of_that() {
        Random random = new Random(42);
        for (int i = 0; i < 100_000; i++) {
            int power = Buckets.LEAST_POWER + random.nextInt(Buckets.POWERS);
            int part = random.nextInt(Buckets.PER_POWER);
            double value = Math.scalb(1 + (part + random.nextDouble()) / Buckets.PER_POWER, power);
            int bucket = (power - Buckets.LEAST_POWER) * Buckets.PER_POWER + part;
            assertEquals(bucket, Buckets.of(value), () -> "bucket of " + value);
            assertEquals(SIGN + bucket, Buckets.of(-value), () -> "bucket of " + -value);
            assertEquals(power - Buckets.LEAST_POWER, Buckets.power(bucket));
            assertEquals(part, Buckets.within(bucket));
        }
    }

    @Test
    void what_is_too_near_to_zero_counts_as_zero() {
        double nearest = Math.scalb(1.0, Buckets.LEAST_POWER);
        assertEquals(0, Buckets.of(nearest));
        assertEquals(SIGN, Buckets.of(-nearest));
        for (double value : new double[] {0, Math.nextDown(nearest), Double.MIN_VALUE}) {
            assertEquals(ZERO, Buckets.of(value));
            assertEquals(ZERO, Buckets.of(-value));
        }
        assertEquals(Buckets.ALL_POWERS - 1, Buckets.power(ZERO));
    }

    @Test
    void what_is_too_far_counts_as_the_last() {
        for (double value : new double[] {Math.scalb(1.0, 64), Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertEquals(SIGN - 1, Buckets.of(value));
            assertEquals(2 * SIGN - 1, Buckets.of(-value));
        }
    }
}
