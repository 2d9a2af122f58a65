/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import io.livemark.it.ForkedJvm;
import org.junit.jupiter.api.Test;

class ManyClassesIT {

    @Test
    void the_markers_of_20000_classes_are_listed_right_after_the_attach() {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(ManyClassesTarget.class)) {
            target.say("load 20000").prints("20000");
            target.livemark("list").exits(0).says("many.loaded");
        }
    }
}
