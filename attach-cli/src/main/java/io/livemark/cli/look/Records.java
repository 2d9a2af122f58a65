/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.nio.charset.StandardCharsets;

/** Reads the records that the classes in the target have written. Malformed input ends in {@link IndexOutOfBoundsException}. */
public final class Records {

    private final byte[] bytes;
    private int at;

    /**
     * Begins to read.
     *
     * @param bytes whole records
     */
    public Records(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return whether there is another byte} */
    public boolean hasMore() {
        return at < bytes.length;
    }

    /** {@return the next byte, a tag} */
    public byte tag() {
        return bytes[at++];
    }

    /** {@return the next number without a sign} */
    public long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** {@return the next number with a sign} */
    public long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** {@return the next eight bytes as a number} */
    public long eight() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /** {@return the next text} */
    public String text() {
        int length = (int) number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** {@return the next value} */
    public Value value() {
        return Value.read(this);
    }

    /**
     * Puts the next text into another, character by character: faster than making a string of it.
     *
     * @param text where to
     */
    void text(Text text) {
        int length = (int) number();
        text.utf8(bytes, at, length);
        at += length;
    }
}
