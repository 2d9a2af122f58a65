/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.protocol.Marker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keys do. */
class ChoiceTest {

    private final Choice choice = new Choice();
    private Board board = Looks.shop();

    @Test
    void the_busiest_is_first_and_s_goes_through_the_orders() {
        assertEquals(List.of("http.request.end", "order.placed", "cart.emptied", "refund.paid"), names());
        press('s', 's', 's');
        assertEquals(Column.NAME, choice.column());
        assertEquals(List.of("cart.emptied", "http.request.end", "order.placed", "refund.paid"), names());
        press('s');
        assertEquals(Column.RATE, choice.column());
    }

    @Test
    void arrows_and_their_like_move_the_choice_and_stop_at_the_ends() {
        press(Key.Kind.UP);
        assertEquals(0, choice.position());
        press(Key.Kind.DOWN, Key.Kind.DOWN);
        assertEquals(2, choice.position());
        press(Key.Kind.PAGE_DOWN);
        assertEquals(3, choice.position());
        press(Key.Kind.FIRST);
        assertEquals(0, choice.position());
        press('j', 'j', 'k');
        assertEquals(1, choice.position());
    }

    @Test
    void the_chosen_marker_stays_chosen_wherever_its_hits_take_it() {
        press(Key.Kind.DOWN, Key.Kind.DOWN);
        assertEquals("cart.emptied", names().get(choice.position()));
        Looks later = new Looks();
        for (int i = 0; i < 2; i++) {
            later.marker("cart.emptied", Marker.State.ARMED, 9L * i, "P")
                    .marker("other", Marker.State.IDLE, 0)
                    .look();
        }
        board = later.marker("cart.emptied", Marker.State.ARMED, 99, "P")
                .marker("other", Marker.State.IDLE, 0)
                .look();
        assertEquals("cart.emptied", names().get(choice.position()));
        assertEquals(0, choice.position());
    }

    @Test
    void a_filter_is_typed_and_kept_or_dropped() {
        press('/', 'R', 'E', 'Q', 'x');
        press(Key.Kind.BACKSPACE);
        assertEquals(List.of("http.request.end"), names());
        assertEquals(Choice.Wish.NOTHING, press('q'), "a letter of the filter");
        press(Key.Kind.BACKSPACE, Key.Kind.ENTER);
        assertEquals(List.of("http.request.end"), names());
        press(Key.Kind.ESCAPE);
        assertEquals(4, names().size());
    }

    @Test
    void enter_and_space_ask_for_a_counter_and_q_for_the_end() {
        assertEquals(Choice.Wish.TOGGLE, press(Key.Kind.ENTER));
        assertEquals(Choice.Wish.TOGGLE, press(' '));
        assertEquals(Choice.Wish.END, press('q'));
        assertEquals(Choice.Wish.END, press(Key.Kind.END));
        press('/', '!');
        press(Key.Kind.ENTER);
        assertEquals(Choice.Wish.NOTHING, press(Key.Kind.ENTER), "nothing is shown that could be counted");
    }

    private List<String> names() {
        return choice.shown(board.rows()).stream().map(Row::name).toList();
    }

    private Choice.Wish press(int... characters) {
        Choice.Wish last = null;
        for (int character : characters) {
            last = choice.press(Key.of(character), choice.shown(board.rows()), 20);
        }
        return last;
    }

    private Choice.Wish press(Key.Kind... kinds) {
        Choice.Wish last = null;
        for (Key.Kind kind : kinds) {
            last = choice.press(Key.of(kind), choice.shown(board.rows()), 20);
        }
        return last;
    }
}
