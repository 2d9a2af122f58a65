/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sites that the shim serves, and that have the same spec. */
class CallersIT {

    @Test
    void each_site_has_its_own_types_and_is_the_same_site_at_each_hit() {
        try (ForkedJvm target = ForkedJvm.start(CallersTarget.class, Arrival.BY_ATTACH)) {
            target.load(CallersProbe.class).exits(0);
            assertEquals(List.of("shim"), target.list("caller.seen", "--sites").forms("caller.seen"));
            target.say("text").prints("text new plain");
            target.say("supplied").prints("supplied new supplied");
            target.say("number").prints("number new 7");
            target.say("text").prints("text known plain");
            target.say("supplied").prints("supplied known supplied");
        }
    }
}
