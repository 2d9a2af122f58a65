/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.flight.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Looks at a pattern, of which further markers come while they go on. */
@HoweverTheAgentComes
class LateMarkersIT {

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(LateTarget.class, arrival);
    }

    @AfterEach
    void end() {
        target.close();
        // Newer JDKs warn of an attach.
        if (arrival == Arrival.AT_START) {
            assertEquals(List.of(), target.err());
        }
    }

    @Test
    void a_marker_that_comes_later_is_counted_with_the_others() {
        Child count = look("count", "order.*", "--by", "status", "--where", "id.length() > 1");
        target.say("place 3").printsNothing();
        target.say("cancel 1").printsNothing();
        count.complains("also looking at 1 marker, 1 site in JVM ");
        target.say("cancel 4").printsNothing();
        target.say("move 1").printsNothing();
        count.complains("left out: order.moved(id): --by does not compile: cannot find symbol; variable status");
        target.say("replace 2").printsNothing();
        count.terminate();
        count.says("MARKER ");
        count.says("order.placed     200     5 ");
        count.says("order.cancelled  404     4 ");
        count.says("in all 9 hits");
        count.exits(143);
        isIdle();
    }

    @Test
    void a_limit_counts_the_hits_of_those_that_came_later_too() {
        Child print = look("print", "order.*", "--limit", "4");
        target.say("place 2").printsNothing();
        target.say("cancel 1").printsNothing();
        print.complains(", which came later: order.cancelled");
        target.say("cancel 5").printsNothing();
        print.exits(0);
        assertEquals(4, print.out().size(), () -> print.failure("4 lines").getMessage());
        assertTrue(print.out().get(3).endsWith(" order.cancelled id=C-1 why=x status=404"), print.out()::toString);
        isIdle();
    }

    @Test
    void a_limit_is_reached_by_all_together() {
        Child count = look("count", "order.*", "--limit", "6");
        target.say("place 3").printsNothing();
        target.say("cancel 1").printsNothing();
        count.complains(", which came later: order.cancelled");
        target.say("cancel 3").printsNothing();
        count.exits(0);
        count.says("in all 6 hits");
        isIdle();
    }

    @Test
    void the_time_is_over_for_all_at_once_and_they_go_with_their_client() {
        Child brief = look("print", "order.*", "--for", "6s");
        target.say("cancel 1").printsNothing();
        brief.complains(", which came later: order.cancelled");
        target.say("cancel 1").printsNothing();
        brief.says("order.cancelled");
        brief.exits(0);
        isIdle();
        Child killed = look("hist", "order.*", "status");
        target.say("move 1").printsNothing();
        killed.complains("left out: order.moved(id)");
        killed.kill();
        isIdle();
    }

    @Test
    void whoever_unloads_a_part_of_a_look_ends_it() {
        Child count = look("count", "order.*");
        target.say("move 1").printsNothing();
        count.complains(", which came later: order.moved");
        Object late = ((List<?>) target.list().marker("order.moved").get("probes")).get(0);
        target.livemark("unload", late).exits(0);
        count.exits(0);
        isIdle();
    }

    @Test
    void a_recording_has_what_came_later() {
        Path file = directory.resolve("late.jfr");
        Child record = look("record", "order.*", "-o", file.toString(), "--every", "1h");
        target.say("place 2").printsNothing();
        target.say("cancel 1").printsNothing();
        record.complains(", which came later: order.cancelled");
        target.say("cancel 3").printsNothing();
        target.say("place 1").printsNothing();
        record.terminate();
        record.says("6 events, ");
        record.exits(143);
        assertEquals(Map.of("livemark.order.placed", 3, "livemark.order.cancelled", 3), Printed.counts(file));
        isIdle();
    }

    @Test
    void where_a_further_probe_would_not_help_it_is_said() {
        target.say("place 1").printsNothing();
        Child latency = look("latency", "order.placed", "order.*");
        target.say("cancel 1").printsNothing();
        latency.complains("not looked at, since it came later: order.cancelled");
        latency.terminate();
        latency.exits(143);
    }

    private Child look(String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at ");
        return look;
    }

    private void isIdle() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (target.livemark("list").out().contains("armed")) {
            if (System.nanoTime() - deadline > 0) {
                throw target.list().failure("the look was to be over");
            }
        }
    }
}
