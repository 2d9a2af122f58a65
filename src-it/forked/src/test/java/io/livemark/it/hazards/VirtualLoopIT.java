/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A loop that runs in a virtual thread, mounted on its carrier for ever. */
class VirtualLoopIT {

    @Test
    void its_class_is_left_alone_and_it_is_hit() {
        assumeTrue(Jdk.feature() >= 21, "virtual threads");
        try (ForkedJvm target = ForkedJvm.start(VirtualLoopTarget.class, Arrival.BY_ATTACH)) {
            target.load(FirstTurnProbe.class).exits(0);
            target.prints("turned");
            Map<String, Object> site =
                    target.list("virtual.turn", "--sites").sites("virtual.turn").get(0);
            assertEquals("shim", site.get("form"));
            assertEquals("a loop in loop is running, which would never be compiled again", site.get("reason"));
            target.livemark("unload", "--all").exits(0);
            target.prints("closed");
            target.say("turn 1000000").printsNothing();
        }
    }
}
