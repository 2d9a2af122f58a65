/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.NamedProbe;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guest makes no noise and leaves no door open. */
class QuietIT {

    @ParameterizedTest
    @EnumSource
    void nothing_is_printed_by_us_or_because_of_us(Arrival arrival) {
        // The JVM's own warning about an agent that is attached is for whoever attaches, and silenced as it says.
        try (ForkedJvm target = ForkedJvm.start(QuietTarget.class, arrival, "-XX:+EnableDynamicAgentLoading")) {
            target.list().shows("life.turn", "idle");
            target.load(NamedProbe.class).exits(0);
            target.say("turn 1").prints("hit NamedProbe 1 {}");
            target.livemark("unload", "NamedProbe").exits(0);
            target.livemark("detach").exits(0);
            target.say("turn 2");
            assertEquals(List.of("ready", "hit NamedProbe 1 {}", "done", "closed NamedProbe", "done"), target.out());
            assertEquals(List.of(), target.err());
        }
    }

    @ParameterizedTest
    @EnumSource
    void java_lang_stays_closed_to_the_application(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(QuietTarget.class, arrival)) {
            target.load(NamedProbe.class).exits(0);
            target.say("turn 1").prints("hit NamedProbe 1 {}");
            target.say("reflect").prints("refused InaccessibleObjectException");
            target.say("lookup").prints("refused IllegalAccessException");
            target.say("open").prints("false");
        }
    }
}
