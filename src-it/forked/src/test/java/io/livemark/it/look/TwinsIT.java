/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.flight.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One look at a marker of a class that three loaders have, whose expressions name a type that each of them has. */
class TwinsIT {

    /** True for all; names the type, so that the probe has an object for each loader. */
    private static final String ALL = "kind.size() > 0";

    @TempDir
    Path directory;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(TwinTarget.class, Arrival.AT_START);
        target.say("a 0").printsNothing();
        target.say("bb 0").printsNothing();
    }

    @AfterEach
    void end() {
        target.close();
        assertEquals(List.of(), target.err());
    }

    @Test
    void hits_of_all_loaders_are_counted_in_one_table() {
        Child byName = look("count", "twin.used", "--by", "kind.name()");
        Child byNumber = look("count", "twin.used", "--by", "number", "--where", ALL);
        Child values = look("hist", "twin.used", "kind.size()");
        hit();
        byName.terminate();
        byName.says("MARKER ");
        byName.says("twin.used  bb           4 ");
        byName.says("twin.used  a            3 ");
        byName.says("in all 7 hits");
        byNumber.terminate();
        byNumber.says("MARKER ");
        byNumber.says("twin.used  7       7 ");
        values.terminate();
        values.says("7 values, min 1, mean 1.57,");
    }

    @Test
    void hits_of_all_loaders_are_printed_and_their_stacks_counted() {
        Child print = look("print", "twin.used", "--where", ALL, "--depth", "1", "--limit", "7");
        Child stack = look("stack", "twin.used", "--where", ALL);
        hit();
        print.exits(0);
        assertEquals(7, print.out().size());
        assertEquals(
                3,
                print.out().stream()
                        .filter(line -> line.contains("{name=a, size=1}"))
                        .count(),
                () -> print.failure("of one").getMessage());
        stack.terminate();
        stack.says("7 hits");
        stack.complains("in all 7 hits, 1 stack");
    }

    @Test
    void a_recording_has_the_events_of_all_loaders_whoever_was_hit_last() {
        for (String last : new String[] {"a", "bb"}) {
            Path file = directory.resolve(last + ".jfr");
            Child record = look("record", "twin.used", "--where", ALL, "-o", file.toString(), "--every", "100ms");
            hit();
            target.say(last + " 2").printsNothing();
            record.terminate();
            record.says("9 events, ");
            record.exits(143);
            assertEquals(9, Printed.counts(file).get("livemark.twin.used"));
            assertEquals(
                    List.of(),
                    record.err().stream()
                            .filter(line -> line.startsWith("other "))
                            .toList());
        }
    }

    @Test
    void a_limit_is_for_all_loaders_together() {
        Child count = look("count", "twin.used", "--where", ALL, "--limit", "5");
        target.say("a 3").printsNothing();
        target.say("bb 2").printsNothing();
        count.exits(0);
        count.says("in all 5 hits");
    }

    @Test
    void a_loader_that_comes_later_is_in_the_same_look() {
        Child print = look("print", "twin.used", "--where", ALL, "--depth", "1");
        target.say("ccc 0").printsNothing();
        while (print.out().isEmpty()) {
            // What serves the loader is made meanwhile; hits before that are not seen.
            target.say("ccc 1").printsNothing();
        }
        print.says("{name=ccc, size=3}");
        print.terminate();
    }

    private void hit() {
        target.say("a 3").printsNothing();
        target.say("bb 4").printsNothing();
    }

    private Child look(String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at 1 marker, 3 sites");
        return look;
    }
}
