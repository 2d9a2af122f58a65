/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrontDoorTest {

    private final Database database = new Database();
    private final FrontDoor frontDoor = new FrontDoor(database, new Dispatcher(database));

    @Test
    void what_is_bought_can_be_found_and_paid_back() {
        assertEquals(201, frontDoor.answer("POST", "/orders", "oak-lamp"));
        String order = Long.toString(database.latest());
        assertEquals(200, frontDoor.answer("GET", "/orders", order));
        assertEquals(200, frontDoor.answer("GET", "/refund", order));
    }

    @Test
    void what_cannot_be_had_is_refused_and_a_bug_is_answered_too() {
        assertEquals(402, frontDoor.answer("POST", "/orders", FrontDoor.TOO_DEAR));
        assertEquals(404, frontDoor.answer("GET", "/orders", "7"));
        assertEquals(404, frontDoor.answer("GET", "/refund", "7"));
        assertEquals(404, frontDoor.answer("GET", "/lost", ""));
        assertEquals(500, frontDoor.answer("GET", "/rating", FrontDoor.UNRATED));
    }

    @Test
    void an_order_is_forgotten_when_a_thousand_others_have_come() {
        Order first = database.insert("oak-lamp", 1);
        assertEquals(first, database.order(first.id()));
        for (int i = 0; i < 1_000; i++) {
            database.insert("oak-lamp", 1);
        }
        assertEquals(404, frontDoor.answer("GET", "/orders", Long.toString(first.id())));
    }
}
