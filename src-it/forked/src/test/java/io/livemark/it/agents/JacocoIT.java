/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JaCoCo's transformer comes before ours whoever stands first, since it cannot retransform; its probes are in all that we see. */
class JacocoIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "SECOND", "LATE"})
    void marks_are_hit_once_and_the_coverage_is_that_without_us(Order order) {
        List<String> alone = coveredAlone();
        assertTrue(alone.stream().anyMatch(line -> line.contains(" 0/")), "a line that is not covered: " + alone);
        assertTrue(alone.stream().anyMatch(line -> line.contains(" 1/2 branches")), "half a branch: " + alone);
        try (ForkedJvm target = order.start(CoveredTarget.class, List.of(), jacoco("both.exec"))) {
            target.say("idle 1").prints("made one");
            target.load(AnyProbe.class).exits(0);
            target.say("turn 1")
                    .prints(
                            "hit covered.turn [1]",
                            "hit covered.branch [odd]",
                            "hit covered.lines [1, 2]",
                            "hit covered.call [1]",
                            "hit covered.finally []",
                            "made 10");
            target.say("turn 0")
                    .prints(
                            "hit covered.turn [0]",
                            "hit covered.branch [even]",
                            "hit covered.lines [0, 0]",
                            "hit covered.call [0]",
                            "hit covered.caught [/ by zero]",
                            "hit covered.finally []",
                            "made 0");
            target.livemark("unload", "AnyProbe").exits(0);
            target.say("turn 0").prints("made 0");
            target.livemark("detach").exits(0);
            target.say("turn 1").prints("made 10");
            assertEquals(List.of(), target.err());
        }
        assertEquals(alone, Coverage.of(CoveredTarget.class, directory.resolve("both.exec")));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "SECOND", "LATE"})
    void the_list_shows_the_forms_that_the_sites_have_with_jacoco_s_probes_in_them(Order order) {
        try (ForkedJvm target = order.start(CoveredTarget.class, List.of(), jacoco("list.exec"))) {
            if (order == Order.LATE) {
                assertEquals(
                        List.of("unwoven"),
                        target.list("covered.turn", "--sites").forms("covered.turn"));
            }
            target.load(AnyProbe.class).exits(0);
            Listing list = target.list("covered.*", "--sites");
            assertEquals(List.of("guarded"), list.forms("covered.turn"));
            assertEquals(List.of("evaluated"), list.forms("covered.call"));
            // A branch sets one of JaCoCo's flags, which must be set whether a probe of ours is loaded or not.
            assertEquals(List.of("evaluated"), list.forms("covered.branch"));
        }
    }

    private List<String> coveredAlone() {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(
                CoveredTarget.class, jacoco("alone.exec").onTheCommandLine())) {
            target.say("idle 1").prints("made one");
            target.say("turn 1").prints("made 10");
            target.say("turn 0").prints("made 0");
        }
        return Coverage.of(CoveredTarget.class, directory.resolve("alone.exec"));
    }

    private ForeignAgent jacoco(String file) {
        return ForeignAgent.jacoco(directory.resolve(file));
    }
}
