/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.LivemarkHere;
import io.livemark.it.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that runs out of stack, through a mark on which there is a probe. */
class StackIT {

    private static final int DIVES = 40;

    /** No step may be left out where a few bytes matter: the frames are of some 50. */
    private static final int FRAMES = 600;

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:+TieredCompilation", "-XX:-TieredCompilation"})
    void it_sees_its_own_overflow_and_the_probe_goes_on(String compiler) {
        try (ForkedJvm target = ForkedJvm.start(StackTarget.class, Arrival.AT_START, compiler)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            for (int i = 0; i < DIVES; i++) {
                livemark.load(StackProbe.class).exits(0);
                String line = target.say("dive " + i).line();
                Said unload = livemark.run("unload", "StackProbe");
                if (!line.equals("its own overflow, then 10 of 10")) {
                    throw unload.failure(line);
                }
                unload.exits(0).says("; closed");
            }
        }
    }
}
