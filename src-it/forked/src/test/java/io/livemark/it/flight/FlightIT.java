/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A recording gets the markers that it asks for, while it runs, and nothing of that is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlightIT {

    @TempDir
    Path directory;

    private ForkedJvm target;
    private Recorder recorder;

    @BeforeAll
    void start() {
        target = ForkedJvm.start(FlightTarget.class, Arrival.AT_START);
        recorder = new Recorder(target);
    }

    @AfterAll
    void end() {
        target.close();
        assertEquals(List.of(), target.err());
    }

    @Test
    void a_pattern_stands_for_all_markers_also_those_of_classes_that_come_later() {
        recorder.start("all", "+livemark.*#enabled=true", "+livemark.*#stackTrace=false");
        for (String marker : List.of("flight.order", "flight.values", "flight.to-be.new", "varies")) {
            recorder.shows(marker, "armed");
        }
        for (String command : List.of("values", "named", "one", "two", "late 1")) {
            target.say(command).printsNothing();
        }
        recorder.shows("flight.late", "armed");
        target.say("late 2").printsNothing();
        Printed printed = recorder.stop("all", directory.resolve("all.jfr"));
        List<String> values = printed.fields("livemark.flight.values").get(0);
        assertTrue(values.get(0).startsWith("own = \"" + FlightTarget.class.getName() + "$Own@"), values::toString);
        assertEquals(List.of("day = \"MONDAY\"", "price = \"1.50\"", "nothing = N/A"), values.subList(1, 4));
        assertTrue(values.get(4).startsWith("type = java.lang.String"), values::toString);
        assertEquals(List.of(List.of("duration_ = \"PT2S\"")), printed.fields("livemark.flight.to_be.new_"));
        assertEquals(
                List.of(List.of("a = \"1\"", "b = \"x\""), List.of("a = \"2\"", "b = N/A")),
                printed.fields("livemark.varies"));
        List<List<String>> late = printed.fields("livemark.flight.late");
        assertEquals(List.of("n = 2"), late.get(late.size() - 1));
        assertTrue(!printed.hasFrame("FlightTarget."), "no stacks were wanted: " + printed.events());
    }

    @Test
    void a_marker_stays_armed_until_the_last_recording_ends_that_asks_for_it() {
        recorder.start("one", "+livemark.flight.order#enabled=true", "+livemark.flight.values#enabled=true");
        recorder.shows("flight.order", "armed").shows("flight.values", "armed");
        recorder.start("other", "+livemark.flight.order#enabled=true");
        recorder.stop("one").shows("flight.values", "idle").shows("flight.order", "armed");
        target.say("order o1").printsNothing();
        assertEquals(
                1,
                recorder.stop("other", directory.resolve("other.jfr")).events().size());
        recorder.shows("flight.order", "idle");
        target.say("threads livemark-flight").printsNothing();
    }

    @Test
    void a_client_may_unload_the_probe_of_a_recording_which_is_collected_and_stays_away_from_those_that_run() {
        recorder.start("one", "+livemark.flight.order#enabled=true").shows("flight.order", "armed");
        target.say("order o1").printsNothing();
        String name = recorder.probeOn("flight.order");
        recorder.livemark()
                .run("unload", name, "--wait", "collected", "--gc")
                .exits(0)
                .says("1 delivery, 0 exceptions; closed; collected");
        recorder.start("other", "+livemark.flight.values#enabled=true").shows("flight.values", "armed");
        recorder.shows("flight.order", "idle");
        recorder.stop("one").stop("other").shows("flight.values", "idle");
        recorder.start("third", "+livemark.flight.order#enabled=true").shows("flight.order", "armed");
        recorder.stop("third").shows("flight.order", "idle");
    }
}
