/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.MarkingProbe;
import io.livemark.it.probes.NamedProbe;
import io.livemark.it.probes.NestedProbe;
import io.livemark.it.probes.ThrowingProbe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@HoweverTheAgentComes
class SeveralProbesIT {

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(LifeTarget.class, arrival);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void take_the_probes_out() {
        target.livemark("unload", "--all").exits(0);
    }

    @Test
    void several_probes_on_a_marker_are_called_in_the_order_of_loading() {
        target.load(NamedProbe.class, "--name", "a").exits(0);
        target.load(NamedProbe.class, "--name", "b").exits(0);
        target.load(NamedProbe.class, "--name", "c").exits(0);
        target.say("turn 1").prints("hit a 1 {}", "hit b 1 {}", "hit c 1 {}", "did 1");
        target.livemark("unload", "a").exits(0);
        target.say("turn 2").prints("hit b 2 {}", "hit c 2 {}", "did 2");
        target.load(NamedProbe.class, "--name", "a").exits(0);
        target.say("turn 3").prints("hit b 3 {}", "hit c 3 {}", "hit a 3 {}", "did 3");
    }

    @Test
    void a_probe_is_told_its_arguments_in_their_order() {
        target.load(NamedProbe.class, "--arg", "z=1", "--arg", "a=x=y").exits(0);
        target.say("turn 1").prints("hit NamedProbe 1 {z=1, a=x=y}", "did 1");
    }

    @Test
    void close_is_called_before_the_unload_is_answered() {
        target.load(NamedProbe.class).exits(0);
        target.livemark("unload", "NamedProbe").exits(0).says("disarmed").says("closed");
        target.say("turn 815").prints("did 815");
        List<String> out = target.out();
        assertEquals("closed NamedProbe", out.get(out.indexOf("> turn 815") - 1));
    }

    @Test
    void an_exception_in_a_handler_is_shown_and_never_reaches_the_program() {
        target.load(ThrowingProbe.class).exits(0);
        target.load(NamedProbe.class).exits(0);
        target.say("turn 1").prints("hit NamedProbe 1 {}", "did 1");
        target.say("turn 2").prints("hit NamedProbe 2 {}", "did 2");
        target.livemark("list").exits(0).says("ThrowingProbe").says("thrown by the probe at 1");
    }

    @Test
    void a_probe_that_throws_again_and_again_is_taken_out() {
        target.load(ThrowingProbe.class).exits(0);
        target.say("turns 200").prints("did 200");
        target.list().shows("life.turn", "idle");
        target.livemark("unload", "ThrowingProbe").exits(1);
    }

    @Test
    void a_hit_from_inside_a_handler_is_counted_and_not_delivered() {
        target.load(NestedProbe.class).exits(0);
        target.say("outer").prints("hit outer value");
        target.livemark("list").exits(0).says("1 hit from inside a handler suppressed");
    }

    @Test
    void a_hit_by_what_a_probe_sends_is_counted_and_not_delivered() {
        Child following = target.livemarkRunning("load", Build.classFile(MarkingProbe.class), "--follow");
        target.prints("marked");
        target.livemark("list").exits(0).says("1 hit from inside a handler suppressed");
        target.livemark("unload", "MarkingProbe").exits(0).says("0 deliveries");
        following.exits(0);
        target.say("turn 1").prints("did 1");
    }
}
