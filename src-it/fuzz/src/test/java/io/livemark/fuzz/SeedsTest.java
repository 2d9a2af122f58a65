/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedsTest {

    @ParameterizedTest
    @EnumSource
    void no_seed_does_harm(Target target) {
        for (byte[] seed : target.seeds()) {
            target.run(seed);
        }
    }

    @Test
    void the_jvm_takes_the_samples_of_all_versions_and_they_hold_marks() {
        for (byte[] file : Seeds.classFiles()) {
            assertTrue(Weaving.sites(file) > 0);
        }
        for (int version = 45; version <= Runtime.version().feature() + 44; version++) {
            assertNull(Linking.problem(ClassFiles.sample(version)));
        }
        assertNotNull(Weaving.weave(ClassFiles.sample(61)));
    }

    @Test
    void a_third_of_the_choices_at_least_make_a_method_that_the_jvm_takes_and_that_is_woven() {
        Map<String, Integer> outcomes = new HashMap<>();
        int woven = 0;
        int all = 0;
        for (byte[] seed : Seeds.choices()) {
            byte[] file = MethodTarget.file(new Choices(seed));
            all++;
            if (file == null) {
                outcomes.merge("not written", 1, Integer::sum);
            } else if (Linking.problem(file) != null) {
                outcomes.merge(Linking.problem(file).replaceAll("(?s)\n.*", ""), 1, Integer::sum);
            } else if (Weaving.weave(file) != null) {
                woven++;
            }
        }
        assertTrue(woven >= all / 3, woven + " of " + all + "; refused: " + outcomes);
    }
}
