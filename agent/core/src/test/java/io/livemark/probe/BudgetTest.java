/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.protocol.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class BudgetTest {

    private static final long MILLI = 1_000_000;

    private final Chains chains = new Chains();
    private final LiveProbe probe = new LiveProbe("Slow", null, null, chains, faulty -> {});
    private final Hands hands = new Hands(probe.madeNanos());
    private final Budget budget = new Budget(chains, NOPLogger.NOP_LOGGER, hands);

    @Test
    void a_probe_that_takes_more_than_its_share_of_a_working_process_is_out_after_three_seconds() {
        assertEquals(Map.of(), second(1_500, 0));
        assertEquals(Map.of(), second(1_500, 78));
        assertEquals(
                Map.of(probe, "its handlers took 5.20 % of the CPU time of the process, its limit is 5.00 %"),
                second(1_500, 78));
    }

    @Test
    void one_second_alone_is_not_enough() {
        second(1_500, 0);
        for (int i = 0; i < 5; i++) {
            assertEquals(Map.of(), second(1_500, 700));
            assertEquals(Map.of(), second(1_500, 74));
        }
    }

    @Test
    void in_a_process_that_idles_it_may_take_its_share_of_one_cpu() {
        second(100, 0);
        for (int i = 0; i < 5; i++) {
            assertEquals(Map.of(), second(100, 49));
        }
        assertEquals(Map.of(), second(100, 51));
        assertEquals(Map.of(probe, "its handlers took 5.10 % of one CPU, its limit is 5.00 %"), second(100, 51));
    }

    @Test
    void its_limit_is_the_one_that_it_was_given() {
        probe.limit(new Limits(0.01, 100));
        second(2_000, 0);
        assertEquals(Map.of(), second(2_000, 25));
        assertEquals(
                Map.of(probe, "its handlers took 1.25 % of the CPU time of the process, its limit is 1.00 %"),
                second(2_000, 25));
        probe.limit(Limits.NONE);
        assertEquals(Map.of(), second(2_000, 2_000));
        assertEquals(Map.of(), second(2_000, 2_000));
    }

    @Test
    void its_first_second_is_not_counted_also_where_it_comes_between_two_looks() {
        look(100, 10, 0);
        assertEquals(Map.of(), second(100, 400));
        assertEquals(Map.of(), second(100, 400));
        assertEquals(Map.of(), second(100, 0));
    }

    private Map<LiveProbe, String> second(long cpuMillis, long spentMillis) {
        return look(1_000, cpuMillis, spentMillis);
    }

    private Map<LiveProbe, String> look(long millis, long cpuMillis, long spentMillis) {
        hands.nanos += millis * MILLI;
        hands.cpu = hands.cpu.plusMillis(cpuMillis);
        probe.spent().add(spentMillis * MILLI);
        return budget.look(List.of(probe));
    }

    /** Clocks that are moved by hand. */
    private static final class Hands implements Budget.Clocks {

        long nanos;
        Duration cpu = Duration.ofSeconds(7);

        Hands(long nanos) {
            this.nanos = nanos;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Duration cpu() {
            return cpu;
        }
    }
}
