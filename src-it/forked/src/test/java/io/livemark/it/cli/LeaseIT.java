/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.EmittingProbe;
import io.livemark.it.probes.NamedProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Probes that end by themselves: their time is over, or nobody follows them any more. */
@HoweverTheAgentComes
class LeaseIT {

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(TurnTarget.class, arrival);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @Test
    void a_probe_with_a_duration_unloads_itself() {
        target.load(NamedProbe.class, "--for", "1s").exits(0);
        target.say("turn 1").prints("hit NamedProbe 1 {}");
        target.prints("closed NamedProbe");
        isGone();
    }

    @Test
    void who_follows_a_probe_sees_what_it_emits_until_it_is_unloaded() {
        Child follower = follow();
        target.say("turn 1").printsNothing();
        follower.says("turn 1 null c 1.5 NEW");
        follower.says("logged 1");
        target.livemark("unload", "EmittingProbe").exits(0);
        follower.says("unloaded EmittingProbe");
        follower.exits(0);
        isGone();
    }

    @Test
    void a_follower_that_is_killed_takes_its_probe_along() {
        Child follower = follow();
        target.say("turn 1").printsNothing();
        follower.says("turn 1");
        follower.kill();
        target.prints("closed EmittingProbe");
        isGone();
    }

    @Test
    void a_follower_that_is_interrupted_takes_its_probe_along_and_shows_the_receipt() {
        Child follower = follow();
        target.say("turn 1").printsNothing();
        follower.says("turn 1");
        follower.terminate();
        follower.says("unloaded EmittingProbe");
        target.prints("closed EmittingProbe");
        isGone();
    }

    @Test
    void followed_for_a_while_a_probe_ends_with_its_receipt() {
        Child follower =
                target.livemarkRunning("load", Build.classFile(EmittingProbe.class), "--follow", "--for", "500ms");
        follower.says("unloaded EmittingProbe (its time was over)");
        follower.exits(0);
        target.prints("closed EmittingProbe");
        isGone();
    }

    private Child follow() {
        Child follower = target.livemarkRunning("load", Build.classFile(EmittingProbe.class), "--follow");
        follower.says("loaded EmittingProbe");
        return follower;
    }

    private void isGone() {
        target.list().shows("life.turn", "idle");
        target.say("turn 9").printsNothing();
    }
}
