/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import io.livemark.it.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Clients load and unload while a thread of the application stands where it keeps others from going on. */
@HoweverTheAgentComes
class PlacesIT {

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SHUTDOWN_HOOK")
    void a_client_is_answered_and_the_thread_goes_on(Place place) {
        assumeTrue(!place.name().startsWith("VIRTUAL") || Jdk.feature() >= 21, "virtual threads");
        try (ForkedJvm target = start()) {
            LivemarkHere livemark = LivemarkHere.on(target);
            // Nothing is linked yet.
            target.say("enter " + place);
            livemark.load(VisitProbe.class).exits(0);
            livemark.run("list").exits(0);
            target.say("leave").prints("0 before, 1 after");
            target.say("enter " + place);
            livemark.run("unload", "VisitProbe").exits(0).says("; closed");
            target.say("leave").prints("1 before, 0 after");
            // Now all is linked, and perhaps compiled.
            target.say("enter " + place);
            livemark.load(VisitProbe.class).exits(0);
            target.say("leave").prints("0 before, 1 after");
            target.say("enter " + place);
            livemark.run("detach").exits(0).says("unloaded VisitProbe");
            target.say("leave").prints("1 before, 0 after");
        }
    }

    @Test
    void in_a_jvm_that_has_begun_to_end_a_client_gets_an_answer_or_an_error() {
        try (ForkedJvm target = start()) {
            LivemarkHere livemark = LivemarkHere.on(target);
            livemark.load(VisitProbe.class).exits(0);
            target.say("enter SHUTDOWN_HOOK");
            for (Said said : new Said[] {
                livemark.run("list"), livemark.run("unload", "VisitProbe"), livemark.load(VisitProbe.class)
            }) {
                if (said.code() != 0 && said.err().isEmpty() || said.err().contains("\tat ")) {
                    throw said.failure("was to end with an answer or a clear error");
                }
            }
            target.say("leave");
        }
    }

    private ForkedJvm start() {
        return ForkedJvm.start(PlacesTarget.class, arrival, PlaceAgent.option(directory));
    }
}
