/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads come to a mark and end, as those of requests do, while one and the same probe stays. */
class ThreadsGoIT {

    /** Of the virtual ones there are more than the agent has cells in its table. */
    @ParameterizedTest
    @CsvSource({"platform, 100", "virtual, 6000"})
    void a_thread_that_was_hit_and_has_ended_is_kept_by_nobody(String kind, int count) {
        assumeTrue(kind.equals("platform") || Jdk.feature() >= 21, "virtual threads");
        try (ForkedJvm target = ForkedJvm.start(ThreadsGoTarget.class, Arrival.AT_START)) {
            target.load(ThreadsGoProbe.class, "--max-overhead", "off").exits(0);
            target.say(kind + " " + count).prints("0 of " + count + " are still there");
            target.list().shows("going.inside", "armed");
            target.livemark("unload", "ThreadsGoProbe").exits(0).says(count + " deliveries, 0 exceptions");
        }
    }
}
