/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Times between markers, and what has no other. */
class LatencyIT {

    private static ForkedJvm target;

    @BeforeAll
    static void start() {
        target = ForkedJvm.start(LookTarget.class, Arrival.AT_START);
    }

    @AfterAll
    static void end() {
        target.close();
    }

    @Test
    void times_between_two_markers_are_drawn_and_what_has_no_other_is_counted() {
        Child latency = look();
        target.say("works 3").printsNothing();
        latency.terminate();
        latency.says("work.end ns");
        latency.says("3 values, min ");
        latency.says("left out: 0 begins without an end, 1 end without a begin");
    }

    @Test
    void what_has_no_other_is_in_the_json_too_and_nothing_else_but_the_histograms() {
        Child latency = look("--key", "job", "--by", "ok", "--json");
        target.say("works 10").printsNothing();
        assertEquals(
                List.of(
                        "{\"what\":\"total\",\"marker\":\"work.end\",\"by\":{\"ok\":true},\"value\":\"ns\",\"count\":5,",
                        "{\"what\":\"total\",\"marker\":\"work.end\",\"by\":{\"ok\":false},\"value\":\"ns\",\"count\":5,",
                        "{\"what\":\"total\",\"unmatched\":{\"begins\":0,\"ends\":1,\"open\":0,\"dropped\":0}}"),
                lines(latency));
    }

    @Test
    void where_nothing_has_an_end_that_is_said_and_how_many_begins_there_were() {
        Child byThread = look();
        Child byKey = look("--key", "job", "--by", "ok");
        Child json = look("--key", "job", "--json");
        target.say("begun 3").printsNothing();
        assertEquals(
                List.of(
                        "work.end ns",
                        "no values",
                        "left out: 2 begins without an end, 0 ends without a begin, 1 begin still open at the end"),
                lines(byThread));
        assertEquals(
                List.of(
                        "no values",
                        "left out: 0 begins without an end, 0 ends without a begin, 3 begins still open at the end"),
                lines(byKey));
        assertEquals(
                List.of(
                        "{\"what\":\"total\",\"marker\":\"work.end\",\"by\":{},\"value\":\"ns\",\"count\":0,",
                        "{\"what\":\"total\",\"unmatched\":{\"begins\":0,\"ends\":0,\"open\":3,\"dropped\":0}}"),
                lines(json));
    }

    /** What it prints when it is ended; of a histogram as JSON what comes before its figures. */
    private static List<String> lines(Child look) {
        look.terminate();
        // 128 and SIGTERM.
        look.exits(143);
        return look.out().stream()
                .map(line -> line.replaceFirst("(\"count\":\\d+,).*", "$1"))
                .toList();
    }

    private static Child look(String... words) {
        List<Object> all = new ArrayList<>(List.of("work.begin", "work.end", "--max-overhead", "off"));
        all.addAll(List.of(words));
        Child look = target.livemarkRunning("latency", all.toArray());
        look.complains("looking at ");
        return look;
    }
}
