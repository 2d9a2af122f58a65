/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.List;

/** The bytes of an input, as answers to questions. Where they are used up, each answer is the first one. */
final class Choices {

    private final byte[] bytes;
    private int next;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    int left() {
        return bytes.length - next;
    }

    /** A number from zero up to, and without, a bound. */
    int below(int bound) {
        int value = octet();
        if (bound > 256) {
            value = value << 8 | octet();
        }
        return value % bound;
    }

    boolean yes() {
        return below(2) == 1;
    }

    <T> T of(List<T> things) {
        return things.get(below(things.size()));
    }

    private int octet() {
        return next < bytes.length ? bytes[next++] & 0xff : 0;
    }
}
