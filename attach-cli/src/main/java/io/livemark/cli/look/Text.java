/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.io.PrintWriter;
import java.util.Arrays;

/**
 * Lines that are being put together, many a second: an array of characters, without an object a value. What comes from the target is never passed on
 * as a control character, which a terminal would obey, nor as one that ends a line or turns the order of what is shown.
 */
final class Text {

    private static final int FIRST = 1 << 12;

    private char[] chars = new char[FIRST];
    private int length;

    int length() {
        return length;
    }

    /** Takes away what was added since a place. */
    void cut(int start) {
        length = start;
    }

    /** Whether it is quoted where it stands, as JSON or since it could be taken for several words. */
    private static boolean isPlain(char c) {
        return c > ' ' && c != '"' && c != '=' && c != '\\' && !isControl(c);
    }

    /** Control characters, the line ends of Unicode, and what sets the direction of what follows. */
    private static boolean isControl(char c) {
        if (c < 0x7f) {
            return c < ' ';
        }
        return c <= 0x9f
                || c == 0x61c
                || c >= 0x200e && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    /** A value as it stands in a line of text. */
    static String shown(String value) {
        Text text = new Text();
        text.add(value);
        text.quoteFrom(0, false);
        return new String(text.chars, 0, text.length);
    }

    Text add(char c) {
        room(1);
        chars[length++] = c;
        return this;
    }

    Text add(String text) {
        room(text.length());
        text.getChars(0, text.length(), chars, length);
        length += text.length();
        return this;
    }

    Text add(long number) {
        if (number < 0) {
            return number == Long.MIN_VALUE ? add(Long.toString(number)) : add('-').add(-number);
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return padded(number, digits);
    }

    /** A number with so many digits, zeros in front. */
    Text padded(long number, int digits) {
        room(digits);
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            chars[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    void utf8(byte[] bytes, int from, int count) {
        room(count);
        int end = from + count;
        for (int i = from; i < end; ) {
            int b = bytes[i++];
            if (b >= 0) {
                chars[length++] = (char) b;
            } else if ((b & 0xe0) == 0xc0) {
                chars[length++] = (char) ((b & 0x1f) << 6 | bytes[i++] & 0x3f);
            } else if ((b & 0xf0) == 0xe0) {
                chars[length++] = (char) ((b & 0xf) << 12 | (bytes[i++] & 0x3f) << 6 | bytes[i++] & 0x3f);
            } else {
                int point = (b & 7) << 18 | (bytes[i++] & 0x3f) << 12 | (bytes[i++] & 0x3f) << 6 | bytes[i++] & 0x3f;
                chars[length++] = Character.highSurrogate(point);
                chars[length++] = Character.lowSurrogate(point);
            }
        }
    }

    /** Quotes what was added since a place: always as JSON has it, else where it could be taken for several words. */
    void quoteFrom(int start, boolean always) {
        boolean plain = length > start;
        for (int i = start; i < length && plain; i++) {
            plain = isPlain(chars[i]);
        }
        if (plain && !always) {
            return;
        }
        char[] raw = plain ? null : Arrays.copyOfRange(chars, start, length);
        if (raw == null) {
            room(2);
            System.arraycopy(chars, start, chars, start + 1, length - start);
            chars[start] = '"';
            length++;
            chars[length++] = '"';
            return;
        }
        length = start;
        add('"');
        for (char c : raw) {
            if (c == '"' || c == '\\') {
                add('\\').add(c);
            } else if (c == '\n') {
                add("\\n");
            } else if (c == '\t') {
                add("\\t");
            } else if (isControl(c)) {
                add("\\u").add(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                add(c);
            }
        }
        add('"');
    }

    /** Writes all of it and is empty again. */
    void writeTo(PrintWriter out) {
        out.write(chars, 0, length);
        length = 0;
    }

    private void room(int more) {
        if (chars.length - length < more) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
        }
    }
}
