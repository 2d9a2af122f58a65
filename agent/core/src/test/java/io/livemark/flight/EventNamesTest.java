/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventNamesTest {

    @ParameterizedTest
    @CsvSource({
        "order.placed, livemark.order.placed",
        "to-be.new, livemark.to_be.new_",
        "404.hits, livemark._404.hits",
        "größe, livemark.größe"
    })
    void an_event_is_called_as_its_marker_as_far_as_java_has_such_names(String marker, String event) {
        assertEquals(event, EventNames.ofMarker(marker));
    }

    @ParameterizedTest
    @CsvSource({"id, id", "duration, duration_", "startTime, startTime_", "class, class_"})
    void a_field_gives_way_to_those_that_every_event_has(String field, String inEvent) {
        assertEquals(inEvent, EventNames.ofField(field));
    }
}
