/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.AnyProbe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that stand in code which one agent has made, or given back, are reached by the next. */
class SecondAgentIT {

    private final ForkedJvm target = ForkedJvm.startWithoutAgent(SecondAgentTarget.class);

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void whatever_version_a_thread_stands_in_its_mark_is_hit_once() {
        target.say("enter").printsNothing();
        target.load(AnyProbe.class).exits(0);
        target.say("enter").printsNothing();
        // From here on the call sites of this version are linked.
        target.say("through").prints("hit second.straight []");
        target.say("enter").printsNothing();
        target.livemark("detach").exits(0).says("2 classes restored");
        target.say("enter").printsNothing();
        target.livemark("attach").exits(0);
        target.load(AnyProbe.class).exits(0);
        target.say("enter").printsNothing();
        for (String version : new String[] {"plain", "woven", "woven, linked", "given back", "woven again"}) {
            assertEquals(List.of("hit second.straight []"), target.say("go").lines(), version);
        }
    }

    @Test
    void a_loop_is_hit_at_each_turn_however_often_agents_come_and_go() {
        target.say("loop").printsNothing();
        for (int n = 0; n < 3; n++) {
            target.load(AnyProbe.class).exits(0);
            target.say("turn " + n).prints("hit second.turn [" + n + "]");
            target.livemark("detach").exits(0);
            target.say("turn " + n).printsNothing();
        }
    }
}
