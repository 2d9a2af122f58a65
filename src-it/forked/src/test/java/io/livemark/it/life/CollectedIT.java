/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.LivemarkHere;
import io.livemark.it.probes.ChurnProbe;
import io.livemark.it.probes.EmittingProbe;
import io.livemark.it.probes.HoldingProbe;
import io.livemark.it.probes.NamedProbe;
import io.livemark.it.probes.ThrowingProbe;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing of the agent holds the classes of a probe that went. */
class CollectedIT {

    private static final int CYCLES = 10;
    private static final Pattern COLLECTED = Pattern.compile(
            "disarmed in [0-9.]+ m?s, drained in [0-9.]+ m?s; \\d+ deliveries, 0 exceptions; collected in ");

    @ParameterizedTest
    @EnumSource
    void a_probe_of_a_busy_program_is_collected_each_time(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(ChurnTarget.class, arrival)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            for (int i = 0; i < CYCLES; i++) {
                // One that is not over when the probe goes must not hold it.
                livemark.load(ChurnProbe.class, "--for", "1h").exits(0);
                target.say("turns 1000");
                String receipt = livemark.run("unload", "ChurnProbe", "--gc", "--timeout", "60s")
                        .exits(0)
                        .out();
                assertTrue(COLLECTED.matcher(receipt).find(), receipt);
            }
            target.say("wrong").prints("0");
        }
    }

    @Test
    void whatever_has_happened_to_it() {
        try (ForkedJvm target = ForkedJvm.start(LifeTarget.class, Arrival.BY_ATTACH)) {
            // A neighbour on the marker that stays.
            target.load(NamedProbe.class, "--name", "stays").exits(0);
            target.load(ThrowingProbe.class).exits(0);
            target.say("turns 3");
            target.livemark("list", "--sites").exits(0);
            target.livemark("unload", "ThrowingProbe", "--gc", "--timeout", "60s")
                    .exits(0)
                    .says("3 exceptions; collected in");
            // Its follower is there until it is told, and does not read.
            Child follower = target.livemarkRunning("load", Build.classFile(EmittingProbe.class), "--follow");
            follower.says("loaded EmittingProbe");
            target.say("turns 5");
            target.livemark("unload", "EmittingProbe", "--gc", "--timeout", "60s")
                    .exits(0)
                    .says("closed; collected in");
            follower.says("unloaded EmittingProbe");
            follower.exits(0);
        }
    }

    @Test
    void without_being_asked_to_the_agent_does_not_force_the_collector() {
        try (ForkedJvm target = ForkedJvm.start(HeldTarget.class, Arrival.AT_START)) {
            target.load(HoldingProbe.class).exits(0);
            target.livemark("unload", "HoldingProbe", "--wait", "collected", "--timeout", "1s")
                    .exits(4)
                    .says("; closed")
                    .complains("HoldingProbe was not seen collected within 1.0 s")
                    .complains("--gc");
            target.load(HoldingProbe.class).exits(0);
            Child waiting = target.livemarkRunning("unload", "HoldingProbe", "--wait", "collected", "--timeout", "60s");
            target.prints("closed HoldingProbe");
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (waiting.isAlive() && System.nanoTime() < deadline) {
                target.say("gc");
            }
            waiting.says("closed; collected in ");
            waiting.exits(0);
        }
    }

    @Test
    void one_that_the_application_keeps_is_not_claimed_to_be() {
        try (ForkedJvm target = ForkedJvm.start(HeldTarget.class, Arrival.AT_START)) {
            target.load(HoldingProbe.class, "--arg", "kept=yes").exits(0);
            target.livemark("unload", "HoldingProbe", "--gc", "--timeout", "2s")
                    .exits(4)
                    .says("; closed")
                    .complains("HoldingProbe was not seen collected within 2.0 s");
            target.say("forget");
            target.say("gc");
            target.livemark("unload", "HoldingProbe").exits(1).complains("; closed; collected in ");
        }
    }
}
