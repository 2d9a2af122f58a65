/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fields are written {@code name:type}, as the agent tells them. */
class LaterNamesTest {

    private static final String ID = "id:java.lang.String";
    private static final String SITES = "; livemark list 4711 bill.sent --sites shows them";

    @Test
    void all_names_are_kept_in_the_order_in_which_they_came() {
        LookMarker first = marker("id:int", "total:int");
        LookMarker both = first.with(marker("billId:int", "sum:int")).with(marker("id:int", "total:int"));
        assertEquals("bill.sent(id|billId, total|sum)", both.signature());
        assertTrue(both.mixed().isEmpty());
        LookMarker turned = first.with(marker("total:int", "id:int"));
        assertEquals("bill.sent(id|total, total|id)", turned.signature());
        assertEquals(turned.fields(), turned.mixed());
    }

    @Test
    void what_is_shown_and_what_expressions_use_is_told() {
        LaterNames shown = names(List.of(ID), List.of("billId:java.lang.String"));
        assertEquals(
                Optional.of(
                        "sites of bill.sent that came later call fields otherwise, id|billId; lines have both" + SITES),
                shown.sentence(4711, "lines have both"));
        assertEquals(Optional.empty(), shown.sentence(4711, ""));
        LaterNames used = names(List.of(ID, "n:int"), List.of("billId:java.lang.String", "n:int"), "n > id.length()");
        assertEquals(
                Optional.of("sites of bill.sent that came later call fields otherwise, id|billId;"
                        + " for --where the place at the first sites counts: id" + SITES),
                used.sentence(4711, ""));
        LaterNames unused = names(List.of(ID, "n:int"), List.of("billId:java.lang.String", "n:int"), "n > 0");
        assertEquals(Optional.empty(), unused.sentence(4711, ""));
    }

    @Test
    void another_order_is_told_even_where_nobody_sees_a_name() {
        LaterNames turned = names(List.of("a:int", "b:int"), List.of("b:int", "a:int"));
        assertEquals(
                Optional.of("sites of bill.sent that came later differ in the order of their fields, a|b, b|a" + SITES),
                turned.sentence(4711, ""));
        LaterNames used = names(List.of("a:int", "b:int"), List.of("b:int", "a:int"), "a > 0");
        assertEquals(
                Optional.of("sites of bill.sent that came later differ in the order of their fields, a|b, b|a;"
                        + " for --where the place at the first sites counts: a; start the look again" + SITES),
                used.sentence(4711, ""));
    }

    @Test
    void types_show_which_hits_come() {
        assertTrue(isTaken(List.of("a:long"), List.of("b:int")));
        assertTrue(isTaken(List.of("a:int"), List.of("b:java.lang.Integer")));
        assertFalse(isTaken(List.of("a:int"), List.of("b:long")));
        assertFalse(isTaken(List.of("a:int"), List.of("b:java.lang.String")));
        assertFalse(isTaken(List.of("a:boolean"), List.of("b:int")));
        assertTrue(isTaken(List.of(ID), List.of("b:int")), "it is taken as an object");
        assertFalse(isTaken(List.of(ID), List.of("b:int"), "id != null"));
        assertTrue(isTaken(List.of(ID), List.of("b:java.lang.String"), "id != null"));
        assertFalse(isTaken(List.of(ID, "n:double"), List.of("n:double", ID)));
    }

    @Test
    void a_marker_is_wanted_where_an_expression_uses_a_name_that_came() {
        assertTrue(names(List.of(ID), List.of("billId:int"), "billId > 1").areWanted());
        assertFalse(names(List.of(ID), List.of("billId:int"), "id > 1").areWanted());
    }

    private static boolean isTaken(List<String> before, List<String> later, String... expressions) {
        return names(before, later, expressions).areTakenBy(marker(before.toArray(String[]::new)));
    }

    private static LaterNames names(List<String> before, List<String> later, String... expressions) {
        LookMarker first = marker(before.toArray(String[]::new));
        List<Expression> all = new ArrayList<>();
        for (String text : expressions) {
            all.add(new Expression("--where", text, text));
        }
        return new LaterNames(first, first.with(marker(later.toArray(String[]::new))), all);
    }

    private static LookMarker marker(String... fields) {
        List<Marker.Field> all = new ArrayList<>();
        for (String field : fields) {
            String[] parts = field.split(":");
            all.add(new Marker.Field(parts[0], parts[1]));
        }
        Marker marker = new Marker("bill.sent", all, List.of(), List.of(), Marker.State.IDLE, "", List.of(), 0);
        return LookMarker.of(marker).get(0);
    }
}
