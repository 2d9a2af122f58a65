/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livemark.cli.TextTable;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small parts: names, keys, texts, times, tables. */
class WordsOfLookTest {

    @Test
    void the_nearest_names_are_offered() {
        List<String> names = List.of("order.placed", "order.packed", "db.query", "http.answered");
        assertEquals(List.of("order.placed", "order.packed"), Nearest.to("order.plced", names));
        assertEquals(List.of("db.query"), Nearest.to("query", names));
        assertEquals(List.of(), Nearest.to("nothing.like.it", names));
    }

    @Test
    void keys_are_split_where_a_comma_stands_for_itself() throws Problem {
        assertEquals(
                List.of("status", "id.substring(0, 2)", "name + \",\""),
                Keys.of("status,id.substring(0, 2), name + \",\"").stream()
                        .map(Expression::text)
                        .toList());
        assertThrows(Problem.class, () -> Keys.of("status,"));
        assertEquals(2, Keys.of("a /* b, it's c */, d // e, f").size());
        assertEquals(2, Keys.of("a // b, it's c\n, d").size());
    }

    @Test
    void an_expression_is_shown_in_one_line_and_otherwise_stays_as_it_is() throws Problem {
        Expression expression = Expression.of("--where", " a  > 1\n\t && b\n");
        assertEquals("a  > 1 && b", expression.text());
        assertEquals("a  > 1\n\t && b", expression.source());
    }

    @Test
    void an_expression_names_what_stands_in_it_as_a_word() throws Problem {
        Expression expression = Expression.of("--where", "order.id > 5 && totals");
        assertEquals(true, expression.names("order"));
        assertEquals(false, expression.names("id"));
        assertEquals(false, expression.names("total"));
    }

    @Test
    void a_text_that_could_be_taken_for_several_words_is_quoted_and_obeys_no_terminal() {
        assertEquals("plain", Text.shown("plain"));
        assertEquals("\"two words\"", Text.shown("two words"));
        assertEquals("\"a=\\\"b\\\"\"", Text.shown("a=\"b\""));
        assertEquals("\"\\u001b[2J\\n\"", Text.shown("\033[2J\n"));
        assertEquals("\"a\\u2028b\\u2029c\"", Text.shown("a\u2028b\u2029c"));
        for (char c : "\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u007f\u0085".toCharArray()) {
            assertEquals(String.format("\"x\\u%04xy\"", (int) c), Text.shown("x" + c + "y"));
        }
        assertEquals("\u200d\u2027\u202f", Text.shown("\u200d\u2027\u202f"));
        assertEquals("\"\"", Text.shown(""));
        assertEquals("gr\u00f6\u00dfe", Text.shown("gr\u00f6\u00dfe"));
    }

    @Test
    void times_have_microseconds() {
        StringWriter out = new StringWriter();
        Text text = new Text();
        new TimeText(true).add(1_700_000_000_000_001_999L, text);
        PrintWriter writer = new PrintWriter(out);
        text.writeTo(writer);
        writer.flush();
        assertEquals("2023-11-14T22:13:20.000001Z", out.toString());
    }

    @Test
    void the_time_of_a_count_has_its_seconds_at_a_full_minute_too() {
        assertEquals("16:28:00", CountView.time(LocalTime.of(16, 28)));
        assertEquals("00:00:09", CountView.time(LocalTime.of(0, 0, 9, 999_000_000)));
    }

    @Test
    void nanoseconds_have_the_unit_that_suits_them() {
        assertEquals("999 ns", Numbers.nanos(999));
        assertEquals("1.00 us", Numbers.nanos(1_000));
        assertEquals("45.8 us", Numbers.nanos(45_812));
        assertEquals("5.76 ms", Numbers.nanos(5_760_000));
        assertEquals("1.00 s", Numbers.nanos(999_900_000));
        assertEquals("86400 s", Numbers.nanos(86_400e9));
    }

    @Test
    void a_table_is_never_larger_than_the_terminal_and_is_drawn_over_itself() {
        StringWriter out = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out), 4, 10);
        TextTable table = new TextTable("MARKER", "HITS");
        for (int i = 0; i < 5; i++) {
            table.row("order.placed", "" + i);
        }
        screen.show(table, 2);
        assertEquals("MARKER    \norder.plac\n(4 more)\n", out.toString());
        screen.show(List.of("x"));
        assertEquals("MARKER    \norder.plac\n(4 more)\n\r\033[3A\033[Jx\n", out.toString());
    }
}
