/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.LivemarkHere;
import org.junit.jupiter.api.Test;

/** Exceptions whose text is a burden. */
class TextOfExceptionsIT {

    @Test
    void one_with_a_text_that_fits_no_answer_is_shown_in_part() {
        try (ForkedJvm target = ForkedJvm.start(ExceptionsTarget.class, Arrival.AT_START)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            livemark.load(HugeProbe.class).exits(0);
            target.say("guarded 1").prints("1 turns, 0 wrong, 0 caught, 0 interrupted, 0 delivered");
            livemark.run("list").exits(0).says("first exception: ").says("huge");
            livemark.run("unload", "HugeProbe").exits(0).says("1 exception");
        }
    }
}
