/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.SizeProbe;
import org.junit.jupiter.api.Test;

/** What a disarmed mark costs in compiled code: nothing. */
class CompiledSizeIT {

    private static final String[] OPTIONS = {
        "-Xbatch", "-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,*CompiledSizeTarget::*"
    };

    /** Far less than the branch of the flag takes. */
    private static final double LAYOUT_BYTES = 16;

    @Test
    void a_method_with_a_disarmed_mark_is_compiled_to_the_size_of_the_method_without_it() {
        try (ForkedJvm target = ForkedJvm.start(CompiledSizeTarget.class, Arrival.AT_START, OPTIONS)) {
            int plain = size(target, "plain");
            assertEquals(plain, size(target, "marked"));
            assertNotEquals(
                    plain, size(target, "flagged"), LAYOUT_BYTES, "a flag must show, or this test sees nothing");
            target.load(SizeProbe.class).exits(0);
            assertNotEquals(
                    plain, size(target, "marked"), LAYOUT_BYTES, "a probe must show, or this test sees nothing");
            target.livemark("unload", "SizeProbe").exits(0);
            // Compiled from another profile than the first time, the code may be laid out a little differently.
            assertEquals(plain, size(target, "marked"), LAYOUT_BYTES, "after the unload");
        }
    }

    private static int size(ForkedJvm target, String method) {
        return Integer.parseInt(target.say("size " + method).line());
    }
}
