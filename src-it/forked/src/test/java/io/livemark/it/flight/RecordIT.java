/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code livemark record}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void hits_become_typed_events_of_a_file_that_has_no_others() {
        Path file = directory.resolve("all.jfr");
        Child record = record("flight.*", file, "--where", "!site.marker().endsWith(\"values\")", "--limit", "2");
        target.say("values").printsNothing();
        target.say("order o1").printsNothing();
        target.say("named").printsNothing();
        record.exits(0);
        record.says("2 events, ");
        Printed printed = Printed.of(file);
        assertEquals(
                List.of(List.of("id = \"o1\"", "total = 12.5", "number = 1099511627776", "open = true", "grade = b")),
                printed.fields("livemark.flight.order"));
        assertTrue(printed.hasFrame("FlightTarget.order("), printed.events()::toString);
        assertEquals(List.of(), printed.fields("livemark.flight.values"));
        assertEquals(List.of(List.of("duration_ = \"PT2S\"")), printed.fields("livemark.flight.to_be.new_"));
        assertEquals(
                2,
                Printed.counts(file).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                () -> Printed.counts(file).toString());
        recorder.hasNoRecording();
    }

    @Test
    void only_hits_for_which_the_condition_is_true_are_recorded() {
        Path file = directory.resolve("some.jfr");
        Child record =
                record("flight.order", file, "--where", "id.compareTo(\"o2\") >= 0 && total > 12 && grade == 'b'");
        for (int i = 1; i <= 4; i++) {
            target.say("order o" + i).printsNothing();
        }
        record.terminate();
        record.exits(143);
        record.says("3 events, ");
        Printed printed = Printed.of(file);
        assertEquals(
                List.of("id = \"o2\"", "id = \"o3\"", "id = \"o4\""),
                printed.fields("livemark.flight.order").stream()
                        .map(fields -> fields.get(0))
                        .toList());
        assertEquals(Map.of("livemark.flight.order", 3), Printed.counts(file));
    }

    @Test
    void what_was_recorded_can_be_read_while_it_goes_on_and_when_the_command_is_killed() throws Exception {
        Path file = directory.resolve("killed.jfr");
        Child record = record("flight.order", file, "--every", "100ms");
        target.say("order o1").printsNothing();
        awaitEvents(file, 1);
        target.say("order o2").printsNothing();
        awaitEvents(file, 2);
        record.kill();
        assertEquals(2, Printed.of(file).events().size());
        recorder.shows("flight.order", "idle").hasNoRecording();
    }

    @Test
    void a_file_that_cannot_be_written_is_told_before_anything_is_armed() {
        Path nowhere = directory.resolve("nowhere/x.jfr");
        target.livemark("record", "flight.order", "-o", nowhere).exits(1).complains("there is no such directory");
        target.livemark("record", "no.such", "-o", directory.resolve("none.jfr"))
                .exits(1);
        assertFalse(Files.exists(directory.resolve("none.jfr")));
    }

    private Child record(String pattern, Path file, String... options) {
        Object[] words = new Object[options.length + 5];
        words[0] = pattern;
        words[1] = "-o";
        words[2] = file;
        words[3] = "--max-overhead";
        words[4] = "off";
        System.arraycopy(options, 0, words, 5, options.length);
        Child record = target.livemarkRunning("record", words);
        record.complains("looking at");
        return record;
    }

    private void awaitEvents(Path file, int count) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Printed.of(file).events().size() < count) {
            if (System.nanoTime() - deadline >= 0) {
                throw target.failure(file + " does not come to have " + count + " events");
            }
            Thread.sleep(20);
        }
    }
}
