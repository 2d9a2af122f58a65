/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void a_seed_gives_the_same_program_each_time_and_another_seed_another() {
        assertEquals(Program.of(17, 7, true), Program.of(17, 7, true));
        assertNotEquals(
                Program.of(17, 7, true).source(), Program.of(17, 8, true).source());
    }

    @Test
    void a_twin_lacks_the_marks_that_may_be_skipped_and_has_the_others_on_the_same_lines() {
        Program program = Program.of(11, 3, true);
        String twin = program.twin().source();
        assertTrue(program.source().contains(Marks.SKIPPED));
        assertFalse(twin.contains(Marks.SKIPPED));
        assertTrue(twin.contains("mark("));
        assertEquals(program.source().lines().count(), twin.lines().count());
    }
}
