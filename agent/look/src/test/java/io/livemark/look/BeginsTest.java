/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class BeginsTest {

    private static final int MANY = 1_000_000;

    private final Begins begins = new Begins();

    @Test
    void an_end_finds_the_begin_of_an_equal_key_once() {
        begins.put(7, Kind.INTEGER, 100);
        begins.put(0, new String("seven"), 200);
        assertEquals(200, begins.take(0, new String("seven")).nanos);
        assertEquals(100, begins.take(7, Kind.INTEGER).nanos);
        assertNull(begins.take(7, Kind.INTEGER));
        assertEquals(1, begins.missed());
        assertEquals(0, begins.lost() + begins.dropped());
    }

    @Test
    void a_key_that_begins_again_has_lost_its_first_begin() {
        begins.put(7, Kind.INTEGER, 100);
        begins.put(7, Kind.INTEGER, 300);
        assertEquals(1, begins.lost());
        assertEquals(300, begins.take(7, Kind.INTEGER).nanos);
        assertEquals(0, begins.missed());
    }

    @Test
    void a_begin_is_open_until_its_end_comes_or_another_of_its_key() {
        begins.put(7, Kind.INTEGER, 100);
        begins.put(8, Kind.INTEGER, 200);
        begins.put(8, Kind.INTEGER, 300);
        assertEquals(2, begins.open());
        begins.take(7, Kind.INTEGER);
        assertEquals(1, begins.open());
        begins.take(8, Kind.INTEGER);
        assertEquals(0, begins.open());
        assertEquals(1, begins.lost());
    }

    @Test
    void what_never_ends_does_not_pile_up_and_each_begin_is_accounted_for() {
        for (int i = 0; i < MANY; i++) {
            begins.put(i, Kind.INTEGER, i);
        }
        assertEquals(MANY, begins.open() + begins.dropped());
        assertNotNull(begins.take(MANY - 1, Kind.INTEGER), "the youngest is there");
        int kept = 1;
        for (int i = 0; i < MANY / 2; i++) {
            assertNull(begins.take(i, Kind.INTEGER), "an old one makes room");
        }
        for (int i = MANY / 2; i < MANY - 1; i++) {
            kept += begins.take(i, Kind.INTEGER) == null ? 0 : 1;
        }
        assertEquals(MANY, kept + begins.dropped());
        assertEquals(MANY - kept, begins.missed());
        assertEquals(1 << 16, kept);
    }
}
