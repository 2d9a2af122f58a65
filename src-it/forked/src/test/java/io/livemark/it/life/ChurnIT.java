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
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A probe that comes and goes while threads run through its marks. */
class ChurnIT {

    private static final int WARM_UP = 4;
    private static final int CYCLES = 12;

    /** The JVM makes some classes of its own; a probe that stayed would be three or more in each cycle. */
    private static final long CLASSES_OF_THE_JVM = CYCLES;

    @ParameterizedTest
    @EnumSource
    void values_are_never_mixed_up_and_nothing_is_hit_after_an_unload_or_left_behind(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(ChurnTarget.class, arrival)) {
            cycles(WARM_UP, target);
            List<Long> before = numbers(target, "resources");
            cycles(CYCLES, target);
            List<Long> after = numbers(target, "resources");
            target.say("wrong").prints("0");
            String both = before + " " + after;
            assertEquals(before.get(0), after.get(0), "threads " + both);
            assertEquals(before.get(1), after.get(1), "open files " + both);
            assertTrue(after.get(2) <= before.get(2) + CLASSES_OF_THE_JVM, "classes " + both);
        }
    }

    private static void cycles(int count, ForkedJvm target) {
        for (int i = 0; i < count; i++) {
            long start = numbers(target, "hits").get(0);
            target.load(ChurnProbe.class).exits(0);
            target.say("turns 10000");
            target.livemark("unload", "ChurnProbe").exits(0);
            long end = numbers(target, "hits").get(0);
            assertTrue(end >= start + 3 * 2 * 10_000, start + " " + end);
            target.say("turns 10000");
            target.say("hits").prints(Long.toString(end));
        }
    }

    private static List<Long> numbers(ForkedJvm target, String command) {
        return target.say(command).lines().stream().map(Long::valueOf).toList();
    }
}
