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
import io.livemark.it.marks.RunningLoopTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Stacks of a site that is woven where the agent is there from the start, and takes the shim where it comes late. */
@HoweverTheAgentComes
class ShimStackIT {

    @Parameter
    Arrival arrival;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(RunningLoopTarget.class, arrival);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void a_stack_has_frames_of_the_application_only_and_so_many_of_them_as_are_asked_for() {
        Child stack = target.livemarkRunning("stack", "loop.turn", "--limit", "6", "--depth", "2", "--collapsed");
        stack.exits(0);
        assertEquals(1, stack.out().size(), stack.out()::toString);
        String line = stack.out().get(0);
        String site = "io\\.livemark\\.it\\.marks\\.RunningLoopTarget\\.";
        assertTrue(line.matches(site + "lambda\\$start\\$\\d+:\\d+;" + site + "loop:\\d+ 6"), line);
    }
}
