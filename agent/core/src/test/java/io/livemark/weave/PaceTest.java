/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void a_thousand_classes_go_in_one_batch() {
        assertTrue(new Pace(5_000).next() >= 1_000);
        assertTrue(new Pace(20_000).next() >= 1_000);
    }

    @Test
    void a_batch_that_takes_longer_makes_the_next_ones_smaller() {
        Pace pace = new Pace(20_000);
        int first = pace.next();
        pace.took(first, Pace.BUDGET.multipliedBy(3));
        assertTrue(pace.next() < first, pace.next() + " after " + first);
    }

    @Test
    void batches_settle_where_each_takes_the_budget() {
        Pace pace = new Pace(20_000);
        long nanosEach = 100_000;
        for (int i = 0; i < 10; i++) {
            pace.took(pace.next(), Duration.ofNanos(8_000_000 + pace.next() * nanosEach));
        }
        assertEquals((Pace.BUDGET.toNanos() - 8_000_000) / nanosEach, pace.next(), 5);
    }

    @Test
    void there_is_a_least_and_a_longer_stop_is_put_to_use() {
        Pace slow = new Pace(20_000);
        slow.took(1, Duration.ofSeconds(10));
        assertEquals(Pace.LEAST, slow.next());
        assertTrue(new Pace(500_000).next() > new Pace(100_000).next());
    }
}
