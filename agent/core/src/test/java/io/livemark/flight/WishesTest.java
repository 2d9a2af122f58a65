/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WishesTest {

    @Test
    void a_recording_that_names_no_marker_asks_for_nothing() {
        assertFalse(Wishes.of(Map.of("jdk.ThreadSleep#enabled", "true", "*#enabled", "true"))
                .any());
        assertFalse(Wishes.of(Map.of("livemark.order#enabled", "false", "livemark.order#threshold", "true"))
                .any());
    }

    @Test
    void a_name_asks_for_its_marker_and_the_recorder_knows_it() {
        Wishes wishes = Wishes.of(Map.of("livemark.order.placed#enabled", "true"));
        assertTrue(wishes.any());
        assertTrue(wishes.wants("order.placed"));
        assertFalse(wishes.wants("order.placed.late"));
        assertEquals(Map.of(), wishes.untold("order.placed"));
    }

    @Test
    void a_pattern_asks_for_all_that_match_and_the_recorder_is_told_its_settings() {
        Wishes wishes = Wishes.of(Map.of("livemark.order.*#enabled", "true", "livemark.*#stackTrace", "false"));
        assertTrue(wishes.wants("order.placed"));
        assertFalse(wishes.wants("http.answered"));
        assertEquals(Map.of("enabled", "true", "stackTrace", "false"), wishes.untold("order.placed"));
    }

    @Test
    void what_is_said_of_one_marker_counts_more_than_a_pattern_and_a_long_pattern_more_than_a_short_one() {
        Wishes wishes = Wishes.of(Map.of(
                "livemark.*#enabled", "true",
                "livemark.order.*#enabled", "false",
                "livemark.order.placed#enabled", "true"));
        assertTrue(wishes.wants("http.answered"));
        assertFalse(wishes.wants("order.shipped"));
        assertTrue(wishes.wants("order.placed"));
    }

    @Test
    void a_marker_whose_name_is_no_identifier_can_be_asked_for_by_it_or_by_that_of_its_event() {
        assertEquals(
                Map.of("enabled", "true"),
                Wishes.of(Map.of("livemark.to-be.new#enabled", "true")).untold("to-be.new"));
        Wishes event = Wishes.of(Map.of("livemark.to_be.new_#enabled", "true"));
        assertTrue(event.wants("to-be.new"));
        assertEquals(Map.of(), event.untold("to-be.new"));
    }
}
