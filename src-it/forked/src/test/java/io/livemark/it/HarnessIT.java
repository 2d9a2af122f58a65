/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** That a failing test of a process says what is needed to understand it. */
class HarnessIT {

    @Test
    void a_failed_expectation_shows_the_command_and_all_that_was_said() {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(HarnessTarget.class, "-Dsome.option=1")) {
            Answer answer = target.say("speak");
            answer.prints("out");
            target.complains("err");
            AssertionError failure = assertThrows(AssertionError.class, () -> answer.prints("something else"));
            for (String shown : new String[] {
                "something else", "-Dsome.option=1", "stdout:\n    ready\n    > speak\n    out", "stderr:\n    err"
            }) {
                assertTrue(failure.getMessage().contains(shown), failure::getMessage);
            }
        }
    }

    @Test
    void a_target_that_throws_says_so() {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(HarnessTarget.class)) {
            target.say("throw").prints("threw java.lang.IllegalArgumentException: throw");
        }
    }

    @Test
    void a_target_that_ends_too_early_fails_the_command_that_waits_for_it() {
        ForkedJvm target = ForkedJvm.startWithoutAgent(HarnessTarget.class);
        AssertionError failure = assertThrows(AssertionError.class, () -> target.say("die"));
        assertTrue(failure.getMessage().contains("'done' missing from stdout"), failure::getMessage);
        assertThrows(AssertionError.class, target::close);
    }
}
