/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.LivemarkHere;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks that are run for the first time when there is hardly any stack left, and are linked there. */
class EndOfStackIT {

    /** From where linking needs more than is left to where it has enough; 50 to 100 bytes each. */
    private static final int FRAMES = 600;

    private static final int STEP = 3;

    @ParameterizedTest
    @EnumSource
    void a_mark_that_could_not_be_linked_there_works_later(Arrival arrival) {
        try (ForkedJvm target = ForkedJvm.start(StackTarget.class, arrival)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            int sites = 0;
            for (int frames = 1; frames < FRAMES; frames += STEP) {
                target.say("first " + frames);
                sites++;
            }
            // Overflow or not, it must not be decided by the sites being too far from the end, or too near.
            target.say("ends").prints("overflow, nothing thrown");
            livemark.load(StackProbe.class).exits(0);
            target.say("again").prints(sites + " of " + sites);
            for (int frames = 1; frames < FRAMES; frames += STEP) {
                target.say("first " + frames);
                sites++;
            }
            target.say("ends").prints("overflow, nothing thrown");
            target.say("again").prints(sites + " of " + sites);
            livemark.run("unload", "StackProbe").exits(0).says("; closed");
        }
    }
}
