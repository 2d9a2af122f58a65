/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short run of the fuzzer at each target; a long one where {@code livemark.fuzz.seconds} says for how long. */
class FuzzIT {

    @ParameterizedTest
    @EnumSource
    void no_input_that_the_fuzzer_makes_does_harm(Target target) throws Exception {
        String seconds = System.getProperty("livemark.fuzz.seconds", "");
        Fuzzer fuzzer = new Fuzzer(target);
        if (seconds.isEmpty()) {
            fuzzer.runShort();
        } else {
            fuzzer.runLong(Long.parseLong(seconds));
        }
    }
}
