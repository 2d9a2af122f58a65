/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Marker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two looks tell that one does not. */
class BoardTest {

    @Test
    void hits_per_second_and_time_are_known_from_the_second_look_on() {
        Looks looks = new Looks();
        Row first = looks.marker("a", Marker.State.ARMED, 100, "P")
                .probe("P", 0)
                .look()
                .rows()
                .get(0);
        assertTrue(Double.isNaN(first.perSecond()) && Double.isNaN(first.handlerShare()), first.toString());
        Row second = looks.marker("a", Marker.State.ARMED, 107, "P")
                .probe("P", 250_000_000)
                .look()
                .rows()
                .get(0);
        assertEquals(7, second.perSecond());
        assertEquals(0.25, second.handlerShare());
        assertEquals(List.of(Double.NaN, 7.0), second.history());
    }

    @Test
    void while_no_probe_is_there_nothing_is_known() {
        Looks looks = new Looks();
        looks.marker("a", Marker.State.ARMED, 100, "P").look();
        Row idle = looks.marker("a", Marker.State.IDLE, 100).look().rows().get(0);
        assertTrue(Double.isNaN(idle.perSecond()), idle.toString());
        Row again =
                looks.marker("a", Marker.State.ARMED, 900, "P").look().rows().get(0);
        assertTrue(Double.isNaN(again.perSecond()), "it was not there all the time: " + again);
    }

    @Test
    void a_counter_of_ours_is_told_from_other_probes() {
        Board board = new Looks()
                .marker("a", Marker.State.ARMED, 1, "P")
                .marker("b", Marker.State.ARMED, 1, "top-1")
                .look("b");
        assertEquals("armed", board.rows().get(0).state());
        assertEquals("counted", board.rows().get(1).state());
    }

    @Test
    void no_name_moves_the_cursor() {
        Row row = new Looks()
                .marker("a\033[2Jb", Marker.State.IDLE, 0)
                .look()
                .rows()
                .get(0);
        assertEquals("a?[2Jb", row.name());
    }
}
