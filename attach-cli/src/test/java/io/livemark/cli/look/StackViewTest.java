/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.look.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackViewTest {

    @Test
    void for_a_program_a_stack_is_an_object_with_its_hits() {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(new StringWriter());
        StackView view = new StackView("m", true, false, null, new PrintWriter(out), err);
        Feed feed = view.feed("", 1, List.of(), new NoControl());
        // Frame 0, which nobody called, in line 7 (zigzag) of A.b; 6 hits.
        feed.data(0, new Records(new byte[] {Tag.FRAME, 0, 0, 14, 1, 'A', 1, 'b', Tag.COUNT, 0, 6}));
        view.end();
        assertEquals("{\"what\":\"total\",\"hits\":6,\"stack\":[\"A.b:7\"]}\n", out.toString());
    }
}
