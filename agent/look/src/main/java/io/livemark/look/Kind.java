/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

/** What the bits of a primitive value mean. Stands in place of the object of a key that is primitive. */
enum Kind {
    /** {@code boolean}: 0 or 1. */
    BOOLEAN,
    /** {@code char}. */
    CHAR,
    /** {@code byte}, {@code short}, {@code int}, {@code long}. */
    INTEGER,
    /** {@code float}: its raw bits. */
    FLOAT,
    /** {@code double}: its raw bits. */
    DOUBLE;

    static Kind of(char descriptor) {
        switch (descriptor) {
            case 'Z':
                return BOOLEAN;
            case 'C':
                return CHAR;
            case 'F':
                return FLOAT;
            case 'D':
                return DOUBLE;
            case 'L':
                return null;
            default:
                return INTEGER;
        }
    }
}
