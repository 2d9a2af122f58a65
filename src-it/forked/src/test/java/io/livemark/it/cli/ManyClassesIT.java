/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.ForkedJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManyClassesIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;

    @Test
    void the_markers_of_20000_classes_are_listed_in_2_seconds_right_after_the_attach() {
        Duration best = null;
        for (int i = 0; i < ATTEMPTS && (best == null || best.compareTo(LIMIT) > 0); i++) {
            try (ForkedJvm target = ForkedJvm.startWithoutAgent(ManyClassesTarget.class)) {
                target.say("load 20000").prints("20000");
                long start = System.nanoTime();
                target.livemark("list").exits(0).says("many.loaded");
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                best = best == null || took.compareTo(best) < 0 ? took : best;
            }
        }
        assertTrue(best.compareTo(LIMIT) <= 0, "it took " + best);
    }
}
