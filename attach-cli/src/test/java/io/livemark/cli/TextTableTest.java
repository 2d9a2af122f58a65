/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    private static final String LONG = "k".repeat(3_000);
    private static final String END = Characters.areUtf8() ? "…" : "...";

    private final TextTable table = new TextTable("MARKER", "key", "HITS", "PER SECOND");

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        table.row("order.placed", "a", "12", "1.0");
        assertEquals(List.of("MARKER        key  HITS  PER SECOND", "order.placed  a    12    1.0"), lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void in_a_terminal_a_long_key_is_shortened_and_the_numbers_are_not(int columns) {
        table.row("order.placed", LONG, "123456", "1234.5");
        table.row("order.placed", "short", "1", "0.1");
        table.fit(columns, 2);
        List<String> lines = lines();
        lines.forEach(line -> assertTrue(line.length() <= columns, line));
        assertTrue(lines.get(0).endsWith("  HITS    PER SECOND"), lines::toString);
        assertTrue(lines.get(1).endsWith("k" + END + "  123456  1234.5"), lines::toString);
        assertTrue(lines.get(2).matches("order.*  short +1       0.1"), lines::toString);
        assertEquals(lines.get(0).indexOf("HITS"), lines.get(2).indexOf("1  "));
    }

    @Test
    void a_column_is_not_shortened_where_there_is_room_nor_to_nothing() {
        table.row("order.placed", "a", "12", "1.0");
        List<String> before = lines();
        table.fit(35, 2);
        assertEquals(before, lines());
        table.fit(1, 2);
        assertEquals("order.placed".substring(0, 4 - END.length()) + END + "  a    12    1.0", lines().get(1));
    }

    @Test
    void elsewhere_a_long_key_is_whole_and_other_rows_are_not_padded_to_its_length() {
        table.row("order.placed", LONG, "1", "0.1");
        table.row("order.placed", "short", "1", "0.1");
        List<String> lines = lines();
        assertEquals("order.placed  " + LONG + "  1     0.1", lines.get(1));
        assertTrue(lines.get(0).length() < 150 && lines.get(2).length() < 150, lines.get(2));
        assertEquals(lines.get(0).indexOf("HITS"), lines.get(2).indexOf("1  "));
    }

    private List<String> lines() {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text));
        return List.of(text.toString().split("\n"));
    }
}
