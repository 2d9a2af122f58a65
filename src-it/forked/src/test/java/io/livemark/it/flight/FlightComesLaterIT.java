/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder that comes after the agent, and the agent that comes after the recorder. */
class FlightComesLaterIT {

    private static final String ORDER = "flight.order";
    private static final String WANTED = "+livemark." + ORDER + "#enabled=true";

    @TempDir
    Path directory;

    @Test
    void a_recording_gets_typed_events_from_an_agent_that_came_before_it_or_comes_after_it() throws IOException {
        Path classes = directory.resolve("classes");
        try (ForkedJvm target =
                ForkedJvm.start(FlightTarget.class, Arrival.BY_ATTACH, "-Xlog:class+load:file=" + classes)) {
            Recorder recorder = new Recorder(target);
            target.say("order o0").printsNothing();
            recorder.livemark().run("list").exits(0);
            assertEquals(List.of(), ofTheRecorder(classes), "without a recording");
            recorder.start("one", WANTED).shows(ORDER, "armed").shows("flight.values", "idle");
            target.say("order o1").printsNothing();
            target.say("values").printsNothing();
            recorder.dump("one", directory.resolve("before.jfr"));
            recorder.livemark().run("detach").exits(0).says("; 1 delivery, 0 exceptions; closed");
            target.say("threads livemark").printsNothing();
            target.say("order o2").printsNothing();
            target.livemark("attach").exits(0);
            recorder.shows(ORDER, "armed");
            target.say("order o3").printsNothing();
            Printed printed = recorder.stop("one", directory.resolve("one.jfr"));
            recorder.shows(ORDER, "idle");
            target.say("threads livemark-flight").printsNothing();
            target.say("order o4").printsNothing();
            assertEquals(2, printed.events().size(), printed.events()::toString);
            assertEquals(List.of(fieldsOf("o1"), fieldsOf("o3")), printed.fields("livemark." + ORDER));
            assertTrue(printed.hasFrame("FlightTarget.order("), printed.events()::toString);
        }
    }

    private static List<String> fieldsOf(String id) {
        return List.of("id = \"" + id + "\"", "total = 12.5", "number = 1099511627776", "open = true", "grade = b");
    }

    private static List<String> ofTheRecorder(Path classes) throws IOException {
        return Files.readAllLines(classes).stream()
                .filter(line -> line.contains(" jdk.jfr."))
                .toList();
    }
}
