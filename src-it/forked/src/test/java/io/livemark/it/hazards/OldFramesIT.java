/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.AnyProbe;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that was inside a method when its class was retransformed goes on in the old code until the method returns. */
class OldFramesIT {

    private ForkedJvm target;

    @BeforeEach
    void two_threads_are_inside_when_the_agent_comes() {
        target = ForkedJvm.startWithoutAgent(OldFramesTarget.class);
        target.say("enter").printsNothing();
        target.say("enter").printsNothing();
        target.livemark("attach").exits(0);
        target.load(AnyProbe.class).exits(0);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void a_mark_ahead_of_it_is_hit_once_and_the_list_says_who_is_still_there() {
        says("guarded", "2 threads still run this method as it was before");
        target.say("go").prints("hit paused.after [paused]");
        says("guarded", "1 thread still runs this method as it was before");
        target.say("go").prints("hit paused.after [paused]");
        says("guarded", null);
        target.say("enter").printsNothing();
        says("guarded", null);
        target.say("go").prints("hit paused.after [paused]");
    }

    @Test
    void after_an_unload_it_is_hit_no_more() {
        target.livemark("unload", "--all").exits(0);
        target.say("go").printsNothing();
        target.load(AnyProbe.class).exits(0);
        target.say("go").prints("hit paused.after [paused]");
    }

    private void says(String form, String reason) {
        Map<String, Object> site =
                target.list("paused.after", "--sites").sites("paused.after").get(0);
        assertEquals(form, site.get("form"));
        assertEquals(reason, site.get("reason"));
    }
}
