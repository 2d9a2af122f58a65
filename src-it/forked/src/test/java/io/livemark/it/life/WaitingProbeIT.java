/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Sources;
import io.livemark.it.probes.LaterProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingProbeIT {

    @TempDir
    Path directory;

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

    @ParameterizedTest
    @EnumSource
    void a_site_that_comes_later_and_does_not_fit_is_shown_with_its_field_and_left_out(Arrival arrival) {
        Path source = Sources.write(
                directory,
                "Misfit",
                "public class Misfit { @io.livemark.Probe(\"later.*\") void turn(String text) {} }");
        try (ForkedJvm target = ForkedJvm.start(LaterTarget.class, arrival)) {
            target.livemark("load", source).exits(0).says("waiting");
            target.say("turn 1").printsNothing();
            target.livemark("list")
                    .exits(0)
                    .says("not called: its method turn takes java.lang.String for the field 'n', the mark passes int:"
                            + " later.turn(int) at io.livemark.it.life.LaterTarget");
            target.livemark("unload", "Misfit").exits(0).says("0 deliveries, 0 exceptions");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_probe_goes_on_where_it_fits_when_a_site_comes_that_it_does_not_fit(Arrival arrival) {
        Path source = Sources.write(
                directory,
                "Words",
                "public class Words { @io.livemark.Probe(\"later.*\") void turn(String word) {"
                        + " System.out.println(\"hit \" + word); } }");
        try (ForkedJvm target = ForkedJvm.start(LaterTarget.class, arrival)) {
            target.livemark("load", source).exits(0);
            target.say("word one").prints("hit one");
            target.say("turn 1").printsNothing();
            target.say("word two").prints("hit two");
            target.livemark("list")
                    .exits(0)
                    .says("not called: its method turn takes java.lang.String for the field 'n', the mark passes int");
            target.livemark("unload", "Words").exits(0).says("2 deliveries, 0 exceptions");
        }
    }
}
