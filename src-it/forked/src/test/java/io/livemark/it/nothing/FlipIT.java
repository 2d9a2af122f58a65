/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.LivemarkHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A hot method whose mark is armed and disarmed so often, {@code -Dlivemark.flips=10000} times, that a JVM which counted that as
 * failures of its own would compile it no more.
 */
@Isolated
class FlipIT {

    private static final int FLIPS = Integer.getInteger("livemark.flips", 500);

    /** More turns than a method takes to be compiled by the last tier, now and then; in between it is caught in all states. */
    private static final int COMPILED_EVERY = 10;

    private static final String[] OPTIONS = {"-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,*FlipTarget::*"
    };

    /** Compiled from another profile, the code may be laid out a little differently. */
    private static final double LAYOUT_BYTES = 16;

    @Test
    void it_is_still_compiled_by_c2_to_the_size_of_the_method_without_the_mark() {
        try (ForkedJvm target = ForkedJvm.start(FlipTarget.class, Arrival.AT_START, OPTIONS)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            for (int i = 0; i < FLIPS; i++) {
                livemark.load(FlipProbe.class).exits(0);
                if (i % COMPILED_EVERY == 0) {
                    target.say("turns 50000");
                }
                livemark.run("unload", "FlipProbe").exits(0);
                if (i % COMPILED_EVERY == 0) {
                    target.say("turns 50000");
                }
            }
            target.say("stop");
            int plain = size(target, "plain");
            livemark.load(FlipProbe.class).exits(0);
            assertNotEquals(
                    plain, size(target, "marked"), LAYOUT_BYTES, "a probe must show, or this test sees nothing");
            livemark.run("unload", "FlipProbe").exits(0);
            assertEquals(plain, size(target, "marked"), LAYOUT_BYTES);
        }
    }

    private static int size(ForkedJvm target, String method) {
        return Integer.parseInt(target.say("size " + method).line());
    }
}
