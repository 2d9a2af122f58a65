/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindTest {

    @ParameterizedTest
    @CsvSource({
        "int, int, INT",
        "byte, short, SHORT",
        "char, short, INT",
        "int, long, LONG",
        "int, float, DOUBLE",
        "float, double, DOUBLE",
        "long, double, TEXT",
        "boolean, int, TEXT",
        "java.lang.String, null, TEXT",
        "java.lang.Integer, java.lang.Integer, TEXT",
        "java.lang.Thread, java.lang.Thread, THREAD",
        "?, int, TEXT"
    })
    void sites_that_pass_different_types_share_one_that_loses_nothing(String one, String other, FieldKind both) {
        assertEquals(both, FieldKind.of(one).or(FieldKind.of(other)));
        assertEquals(both, FieldKind.of(other).or(FieldKind.of(one)));
    }
}
