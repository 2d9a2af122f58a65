/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.ChurnProbe;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A probe that comes and goes while threads run through its marks. */
class ChurnIT {

    private static final int WARM_UP = 2;
    private static final int CYCLES = 10;

    @ParameterizedTest
    @EnumSource
    void values_are_never_mixed_up_and_nothing_is_hit_after_an_unload_or_left_behind(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(ChurnTarget.class, arrival)) {
            cycles(WARM_UP, target);
            int[] before = resources(target, 1_000, 1_000);
            cycles(CYCLES, target);
            // Those of a connection go a moment after its client.
            int[] after = resources(target, before[0], before[1]);
            assertTrue(after[0] <= before[0], "threads " + before[0] + " " + after[0]);
            assertTrue(after[1] <= before[1], "open files " + before[1] + " " + after[1]);
            assertEquals(0, before[2] + after[2], "classes of probes");
            target.say("wrong").prints("0");
        }
    }

    private static void cycles(int count, ForkedJvm target) {
        for (int i = 0; i < count; i++) {
            long start = hits(target);
            target.load(ChurnProbe.class).exits(0);
            target.say("turns 10000");
            target.livemark("unload", "ChurnProbe").exits(0);
            long end = hits(target);
            assertTrue(end >= start + 3 * 2 * 10_000, start + " " + end);
            target.say("turns 10000");
            target.say("hits").prints(Long.toString(end));
        }
    }

    private static long hits(ForkedJvm target) {
        return Long.parseLong(target.say("hits").line());
    }

    private static int[] resources(ForkedJvm target, int threads, int files) {
        String[] numbers =
                target.say("resources " + threads + " " + files).line().split(" ");
        return Stream.of(numbers).mapToInt(Integer::parseInt).toArray();
    }
}
