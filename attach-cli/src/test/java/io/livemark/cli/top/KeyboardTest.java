/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.NonBlocking;
import org.junit.jupiter.api.Test;

/** What terminals send. */
class KeyboardTest {

    @Test
    void arrows_come_in_both_modes_of_a_terminal() throws IOException {
        assertEquals(
                List.of(Key.Kind.UP, Key.Kind.DOWN, Key.Kind.UP, Key.Kind.DOWN), kinds("\033[A\033[B\033OA\033OB"));
    }

    @Test
    void pages_and_ends_and_what_means_nothing() throws IOException {
        assertEquals(
                List.of(Key.Kind.PAGE_UP, Key.Kind.PAGE_DOWN, Key.Kind.FIRST, Key.Kind.LAST, Key.Kind.FIRST),
                kinds("\033[5~\033[6~\033[H\033[F\033[15~\033[1~"));
    }

    @Test
    void letters_enter_and_backspace() throws IOException {
        List<Key> keys = keys("qä\ud83d\ude00\r\177");
        assertEquals(
                List.of(Key.of('q'), Key.of('ä'), Key.of(0x1f600), Key.of(Key.Kind.ENTER), Key.of(Key.Kind.BACKSPACE)),
                keys);
    }

    @Test
    void an_escape_that_is_alone_is_one() throws IOException {
        assertEquals(List.of(Key.Kind.ESCAPE), kinds("\033"));
    }

    @Test
    void control_c_is_the_end() throws IOException {
        assertEquals(List.of(), keys("\003q"));
    }

    private static List<Key.Kind> kinds(String typed) throws IOException {
        return keys(typed).stream().map(Key::kind).toList();
    }

    /** Up to the end; those that mean nothing are left out. */
    private static List<Key> keys(String typed) throws IOException {
        Keyboard keyboard = new Keyboard(NonBlocking.nonBlocking("typed", new StringReader(typed)));
        List<Key> keys = new ArrayList<>();
        for (Key key = keyboard.next(); key == null || key.kind() != Key.Kind.END; key = keyboard.next()) {
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }
}
