/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerPatternTest {

    @ParameterizedTest
    @CsvSource({
        "order.placed, order.placed, true",
        "order.placed, order.place, false",
        "order.placed, order.placed.late, false",
        "order.placed, my.order.placed, false",
        "order.*, order.placed, true",
        "order.*, order.placed.late, true",
        "order.*, order, false",
        "order.*, orders.placed, false",
        "*.placed, order.placed, true",
        "*.placed, shop.order.placed, true",
        "*.placed, placed, false",
        "order.p*d, order.placed, true",
        "ord*aced, order.placed, true",
        "*, anything.at.all, true",
        "**, a, true",
        "*a*, a, true",
        "*a*, bab, true",
        "*a*, bbb, false",
        "a*a, a, false",
        "a*a, aa, true",
        "a*a, aba, true",
        "a*a, ab, false",
        "ab*ba, aba, false",
        "a*b*c, abc, true",
        "a*b*c, aXbYbZc, true",
        "a*b*c, acb, false",
        "a*b*b, ab, false",
        "*ab*ab, ab, false",
        "*ab*ab, abab, true",
        "a**b, ab, true",
        "db.*.slow*, db.query.slow, true",
        "db.*.slow*, db.slow, false",
        "db.*.slow*, db.a.b.slower, true",
        "a.b, aXb, false",
        "[a], a, false",
    })
    void a_star_stands_for_any_characters_and_the_rest_for_itself(String pattern, String name, boolean matches) {
        assertEquals(matches, new MarkerPattern(pattern).matches(name), pattern + " " + name);
    }
}
