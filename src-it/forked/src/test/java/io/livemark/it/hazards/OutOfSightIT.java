/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks in classes that no transformer sees, and whose class file nobody can read. */
class OutOfSightIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "generated"})
    void a_class_that_was_there_before_the_agent_is_found_by_its_first_hit(String kind) {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(OutOfSightTarget.class)) {
            target.say(kind).printsNothing();
            target.livemark("attach").exits(0);
            assertEquals(List.of(), target.list().markers());
            target.load(AnyProbe.class).exits(0);
            target.say("run").prints("hit stranger.run [1, strange]", "hit stranger.asked []");
            assertStranger(target);
            target.say("run").prints("hit stranger.run [2, strange]", "hit stranger.asked []");
            target.livemark("unload", "--all").exits(0);
            target.say("run").printsNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hidden_class_is_hit_again_by_the_next_probe_that_is_loaded(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(OutOfSightTarget.class, arrival)) {
            target.say("hidden").printsNothing();
            target.load(AnyProbe.class, "--name", "one").exits(0);
            target.say("run").prints("hit stranger.run [1, strange]", "hit stranger.asked []");
            target.load(AnyProbe.class, "--name", "two").exits(0);
            target.say("run")
                    .prints(
                            "hit stranger.run [2, strange]",
                            "hit stranger.run [2, strange]",
                            "hit stranger.asked []",
                            "hit stranger.asked []");
            // A second class of the same code: its spec is known, its place is not.
            target.say("hidden").printsNothing();
            target.livemark("unload", "one").exits(0);
            target.say("run")
                    .prints(
                            "hit stranger.run [3, strange]",
                            "hit stranger.asked []",
                            "hit stranger.run [1, strange]",
                            "hit stranger.asked []");
            assertEquals(
                    2,
                    target.list("stranger.run", "--sites").sites("stranger.run").size());
        }
    }

    @Test
    void a_hidden_class_that_comes_after_the_probe_is_hit_where_the_agent_was_there_from_the_start() {
        try (ForkedJvm target = ForkedJvm.start(OutOfSightTarget.class, Arrival.AT_START)) {
            target.load(AnyProbe.class).exits(0);
            target.say("hidden").printsNothing();
            target.say("run").prints("hit stranger.run [1, strange]", "hit stranger.asked []");
            assertStranger(target);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_is_generated_after_the_agent_has_come_is_woven_like_any_other(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(OutOfSightTarget.class, arrival)) {
            target.say("generated").printsNothing();
            assertEquals(List.of("guarded"), target.list("stranger.run").forms("stranger.run"));
            target.load(AnyProbe.class).exits(0);
            target.say("run").prints("hit stranger.run [1, strange]", "hit stranger.asked []");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_with_types_gets_what_fits_it_from_a_site_whose_types_nobody_knows(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(OutOfSightTarget.class, arrival)) {
            target.say("hidden").printsNothing();
            target.livemark("load", source("Fitting", "long n, CharSequence name"))
                    .exits(0);
            target.livemark("load", source("Misfitting", "int n, Integer name")).exits(0);
            target.say("run").prints("hit 1 strange");
            target.say("run").prints("hit 2 strange");
            target.livemark("list")
                    .exits(0)
                    .says(
                            "not called: its method run takes java.lang.Integer for field 2, the mark passes java.lang.String:"
                                    + " stranger.run at io.livemark.it.hazards.Stranger")
                    .says("where the types of the fields are not known");
        }
    }

    private Path source(String name, String parameters) {
        return Sources.write(
                directory,
                name,
                "public class " + name + " { @io.livemark.Probe(\"stranger.run\") void run(" + parameters
                        + ") { System.out.println(\"hit \" + n + \" \" + name); } }");
    }

    private static void assertStranger(ForkedJvm target) {
        Listing list = target.list("--sites");
        assertEquals(List.of("stranger.asked", "stranger.run"), list.markers());
        Map<String, Object> site = list.sites("stranger.run").get(0);
        assertEquals("shim", site.get("form"));
        assertEquals("found by its first hit: there is no class file to read", site.get("reason"));
        assertEquals("run", site.get("method"));
        assertEquals("n java.lang.Object, name java.lang.Object", list.fields("stranger.run"));
    }
}
