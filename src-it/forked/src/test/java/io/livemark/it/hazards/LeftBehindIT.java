/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.AnyProbe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the agent leaves behind when it goes. */
class LeftBehindIT {

    @ParameterizedTest
    @EnumSource
    void a_class_has_its_original_code_back_however_it_was_woven(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(LeftBehindTarget.class, arrival)) {
            for (int i = 0; i < 2; i++) {
                target.load(AnyProbe.class).exits(0);
                target.livemark("unload", "--all").exits(0);
                target.say("read").prints("skipped");
                target.livemark("detach").exits(0).says("1 class restored").keepsQuietAbout("stays woven");
                target.say("read").prints("thrown");
            }
        }
    }

    @Test
    void a_class_with_a_running_loop_stays_woven_and_the_next_agent_knows() {
        try (ForkedJvm target = ForkedJvm.start(LeftBehindTarget.class, Arrival.AT_START)) {
            target.say("loop").printsNothing();
            target.livemark("detach")
                    .exits(0)
                    .says("0 classes restored")
                    .says(LeftBehindTarget.class.getName()
                            + " stays woven, idle: a loop in loop is running, which would never be compiled again");
            target.say("read").prints("skipped");
            assertEquals(List.of("guarded"), target.list("given.back").forms("given.back"));
            target.load(AnyProbe.class).exits(0).keepsQuietAbout("retransformed");
            target.say("hit").prints("hit given.back [3]");
            target.say("end").printsNothing();
            target.livemark("detach").exits(0).says("1 class restored");
            target.say("read").prints("thrown");
        }
    }
}
