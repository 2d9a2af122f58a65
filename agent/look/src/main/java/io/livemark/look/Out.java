/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.nio.ByteBuffer;

/** Writes records into a buffer. The caller sees to it that there is {@link #ROOM}. */
final class Out {

    /** The most bytes that one record takes. */
    static final int ROOM = 20 << 10;

    /** The most bytes that all texts of one record may take. */
    static final int TEXTS = 16 << 10;

    private byte[] bytes;
    private int at;
    private int end;
    private ByteBuffer buffer;

    void into(ByteBuffer given) {
        buffer = given;
        bytes = given.array();
        at = given.arrayOffset() + given.position();
        end = given.arrayOffset() + given.limit();
    }

    void done() {
        buffer.position(at - buffer.arrayOffset());
        buffer = null;
        bytes = null;
    }

    boolean hasRoom() {
        return end - at >= ROOM;
    }

    void put(int value) {
        bytes[at++] = (byte) value;
    }

    void number(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            put((int) left | 0x80);
            left >>>= 7;
        }
        put((int) left);
    }

    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void eight(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >> shift));
        }
    }

    /** A text, cut where it takes more bytes than allowed; its end then shows that. */
    void text(String text, int most) {
        // The length in front takes two bytes, padded: it is known only afterwards.
        int start = at;
        at += 2;
        int limit = at + most - 3;
        int i = 0;
        for (; i < text.length() && at < limit - 3; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xc0 | c >> 6);
                bytes[at++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[at++] = (byte) (0xf0 | point >> 18);
                bytes[at++] = (byte) (0x80 | point >> 12 & 0x3f);
                bytes[at++] = (byte) (0x80 | point >> 6 & 0x3f);
                bytes[at++] = (byte) (0x80 | point & 0x3f);
            } else {
                three(Character.isSurrogate(c) ? '\ufffd' : c);
            }
        }
        if (i < text.length()) {
            three('\u2026');
        }
        int length = at - start - 2;
        bytes[start] = (byte) (length | 0x80);
        bytes[start + 1] = (byte) (length >> 7);
    }

    private void three(int c) {
        bytes[at++] = (byte) (0xe0 | c >> 12);
        bytes[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[at++] = (byte) (0x80 | c & 0x3f);
    }

    /** A primitive as a value. */
    void value(Kind kind, long bits) {
        switch (kind) {
            case BOOLEAN:
                put(bits != 0 ? Tag.TRUE : Tag.FALSE);
                break;
            case CHAR:
                put(Tag.TEXT);
                text(String.valueOf((char) bits), 8);
                break;
            case INTEGER:
                put(Tag.INTEGER);
                signed(bits);
                break;
            case FLOAT:
                floating(Float.toString(Float.intBitsToFloat((int) bits)));
                break;
            default:
                floating(Double.toString(Double.longBitsToDouble(bits)));
        }
    }

    private void floating(String text) {
        char last = text.charAt(text.length() - 1);
        put(last == 'N' || last == 'y' ? Tag.TEXT : Tag.NUMBER);
        text(text, 64);
    }

    /** An object that {@link Values#keep} gave, as a value. */
    void value(Object object, int most) {
        if (object == null) {
            put(Tag.NULL);
        } else if (object instanceof String) {
            put(Tag.TEXT);
            text((String) object, most);
        } else if (object instanceof Integer
                || object instanceof Long
                || object instanceof Short
                || object instanceof Byte) {
            put(Tag.INTEGER);
            signed(((Number) object).longValue());
        } else if (object instanceof Boolean) {
            put((Boolean) object ? Tag.TRUE : Tag.FALSE);
        } else if (object instanceof Double || object instanceof Float) {
            floating(object.toString());
        } else {
            put(object instanceof Number ? Tag.NUMBER : Tag.TEXT);
            text(object.toString(), most);
        }
    }
}
