/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Marker;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the screen shows, in terminals of several sizes, with and without more than ASCII. */
class FrameTest {

    private final Choice choice = new Choice();
    private Board board = Looks.shop();

    @Test
    void eighty_columns_and_twenty_four_rows() {
        List<String> lines = draw(24, 80, true);
        assertEquals(24, lines.size());
        assertEquals(
                List.of(
                        "livemark top 4711 (shop.jar)                       4 markers, 3 armed, by hits/s",
                        "MARKER                 STATE       HITS/S     HITS     TIME LAST 20",
                        "> http.request.end     counted      37.0k    50.4k      20%                   ▃█",
                        "  order.placed         counted          5       10    0.00%                   ██",
                        "  cart.emptied         idle             -        0        -",
                        "  refund.paid          waiting          -        0        -"),
                lines.subList(0, 6));
        assertEquals("hello", lines.get(22));
        assertEquals("↑↓ choose   Enter count it, or no more   s order   / filter   q quit", lines.get(23));
    }

    @Test
    void a_terminal_of_ascii_gets_nothing_else() {
        List<String> lines = draw(24, 80, false);
        assertEquals("> http.request.end     counted      37.0k    50.4k      20%                   -@", lines.get(2));
        assertEquals("Up/Down choose   Enter count it, or no more   s order   / filter   q quit", lines.get(23));
    }

    @Test
    void a_filter_and_how_to_drop_it_are_seen_in_eighty_columns() {
        choice.press(Key.of('/'), List.of(), 20);
        "request".chars().forEach(letter -> choice.press(Key.of(letter), List.of(), 20));
        assertEquals(
                "filter: request_   Enter keeps it, Esc drops it",
                draw(24, 80, true).get(23));
        choice.press(Key.of(Key.Kind.ENTER), List.of(), 20);
        assertEquals(
                "filter: request (Esc drops it)   ↑↓ choose   Enter count it, or no more   s ord…",
                draw(24, 80, true).get(23));
    }

    @ParameterizedTest
    @CsvSource({"24,80,true", "24,80,false", "40,120,true", "40,120,false", "6,60,true", "50,250,false"})
    void no_line_is_wider_and_no_picture_higher_than_the_terminal(int height, int width, boolean isUtf8) {
        Looks looks = new Looks();
        String name = "a.very.long.name.of.a.marker.".repeat(20) + "\u6f22\u5b57\u6f22\u5b57";
        for (int i = 0; i < 200; i++) {
            looks.marker(i + name, Marker.State.ARMED, Long.MAX_VALUE - i, "P".repeat(300));
        }
        board = looks.look();
        List<AttributedString> lines =
                new Frame(height, width, isUtf8).draw(name, choice.shown(board.rows()), board.rows(), choice, name);
        assertEquals(height, lines.size());
        for (AttributedString line : lines) {
            assertTrue(line.columnLength() <= width, line.columnLength() + ": " + line);
            assertTrue(isUtf8 || line.toString().chars().allMatch(c -> c >= ' ' && c <= '~'), line.toString());
        }
    }

    @Test
    void the_chosen_marker_is_always_on_the_screen() {
        Looks looks = new Looks();
        for (int i = 10; i < 60; i++) {
            looks.marker("m" + i, Marker.State.IDLE, 0);
        }
        board = looks.look();
        choice.press(Key.of(Key.Kind.LAST), choice.shown(board.rows()), 20);
        List<String> lines = draw(24, 80, true);
        assertTrue(lines.get(21).startsWith("> m59 "), lines.get(21));
        assertTrue(lines.get(2).startsWith("  m40 "), lines.get(2));
    }

    @ParameterizedTest
    @CsvSource({"24,59", "5,80", "1,10"})
    void one_that_is_too_small_says_so_and_how_large_it_must_be(int height, int width) {
        List<String> lines = draw(height, width, true);
        assertTrue(lines.size() <= height, lines.toString());
        assertTrue(lines.get(0).startsWith("too small"), lines.toString());
        assertTrue(height < 2 || lines.get(1).equals("at least 60x6"), lines.toString());
    }

    @Test
    void numbers_fit_into_their_columns() {
        assertEquals("0", Numbers.count(0));
        assertEquals("0.5", Numbers.count(0.5));
        assertEquals("999", Numbers.count(999));
        assertEquals("1.00k", Numbers.count(1000));
        assertEquals("12.3k", Numbers.count(12_345));
        assertEquals("50.0M", Numbers.count(50_000_000));
        assertEquals("-", Numbers.count(Double.NaN));
        assertTrue(Numbers.count(Long.MAX_VALUE).length() <= 8, Numbers.count(Long.MAX_VALUE));
        assertEquals("0.03%", Numbers.share(0.0003));
        assertEquals("140%", Numbers.share(1.4));
    }

    private List<String> draw(int height, int width, boolean isUtf8) {
        return new Frame(height, width, isUtf8)
                .draw("4711 (shop.jar)", choice.shown(board.rows()), board.rows(), choice, "hello").stream()
                        .map(line -> line.toString().stripTrailing())
                        .toList();
    }
}
