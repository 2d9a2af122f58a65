/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.LaterProbe;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingProbeIT {

    @ParameterizedTest
    @EnumSource
    void a_probe_waits_for_its_class_and_sees_the_very_first_hit(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(LaterTarget.class, arrival)) {
            target.load(LaterProbe.class).exits(0).says("waiting");
            target.list().shows("later.turn", "waiting");
            target.say("turn 1").prints("hit later 1");
            target.list().shows("later.turn", "armed");
            assertEquals(List.of("guarded"), target.list("--sites").forms("later.turn"));
            target.livemark("unload", "LaterProbe").exits(0);
            target.say("turn 2").printsNothing();
            target.list().shows("later.turn", "idle");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_probe_that_waits_in_vain_can_be_unloaded(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(LaterTarget.class, arrival)) {
            target.load(LaterProbe.class).exits(0).says("waiting");
            target.livemark("unload", "LaterProbe").exits(0);
            target.say("turn 1").printsNothing();
            target.list().shows("later.turn", "idle");
        }
    }
}
