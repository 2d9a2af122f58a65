/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Programs whose arguments throw, also where they may be skipped: with a probe they do what they do without the agent; with
 * the agent alone, what they would do if the marks that may be skipped were not there.
 */
class RiskyProgramsIT {

    private static final int ROUNDS = 2;

    private static Programs programs;
    private static Outcome outcome;

    @BeforeAll
    static void make() {
        programs = Settings.programs("risky", true);
        outcome = new Outcome(programs);
    }

    @Test
    void programs_do_the_same_with_a_probe_as_without_the_agent() {
        Path mark = Programs.recordingMark(programs.directory);
        try (Runner alone = Runner.alone(programs, "alone");
                Runner recorded = Runner.alone(programs, "recorded", "-Xbootclasspath/a:" + mark);
                Runner armed = Runner.woven(programs, "armed")) {
            armed.arm();
            for (int i = 0; i < ROUNDS; i++) {
                Path expected = alone.round(i);
                Path actual = armed.round(i);
                outcome.sameTraces(expected, actual);
                outcome.sameReceived(recorded.round(i), actual);
            }
        }
    }

    @Test
    void without_a_probe_what_the_arguments_may_throw_is_not_thrown_and_nothing_else_differs() {
        try (Runner twins = Runner.twins(programs, "twins");
                Runner idle = Runner.woven(programs, "idle")) {
            for (int i = 0; i < ROUNDS; i++) {
                outcome.sameTraces(twins.round(i), idle.round(i));
            }
        }
    }
}
