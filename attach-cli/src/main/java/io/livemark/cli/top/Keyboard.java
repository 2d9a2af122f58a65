/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/** Makes keys of what a terminal sends: xterm's sequences, which all terminals of today send. Confined to one thread. */
final class Keyboard {

    /** How long the rest of a sequence may take; an Esc that is alone is the key. */
    private static final long REST_MILLIS = 50;

    private static final long WAIT_MILLIS = 100;

    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;

    private final NonBlockingReader in;

    Keyboard(NonBlockingReader in) {
        this.in = in;
    }

    /**
     * Waits for a key, a tenth of a second.
     *
     * @return the key; null where there is none, or one that means nothing
     */
    Key next() throws IOException {
        int first = in.read(WAIT_MILLIS);
        switch (first) {
            case NonBlockingReader.READ_EXPIRED:
                return null;
            case -1:
            case CTRL_C:
            case CTRL_D:
                return Key.of(Key.Kind.END);
            case ESCAPE:
                return sequence();
            case '\r':
            case '\n':
                return Key.of(Key.Kind.ENTER);
            case '\b':
            case DELETE:
                return Key.of(Key.Kind.BACKSPACE);
            default:
                return character(first);
        }
    }

    private Key character(int first) throws IOException {
        if (Character.isHighSurrogate((char) first)) {
            int second = in.read(REST_MILLIS);
            return second < 0 ? null : Key.of(Character.toCodePoint((char) first, (char) second));
        }
        return Key.of(first);
    }

    private Key sequence() throws IOException {
        int next = in.read(REST_MILLIS);
        if (next != '[' && next != 'O') {
            return Key.of(Key.Kind.ESCAPE);
        }
        StringBuilder number = new StringBuilder();
        int last = in.read(REST_MILLIS);
        while (last >= '0' && last <= '9' || last == ';') {
            number.append((char) last);
            last = in.read(REST_MILLIS);
        }
        Key.Kind kind = kind(last, number.toString());
        return kind == null ? null : Key.of(kind);
    }

    private static Key.Kind kind(int last, String number) {
        switch (last) {
            case 'A':
                return Key.Kind.UP;
            case 'B':
                return Key.Kind.DOWN;
            case 'H':
                return Key.Kind.FIRST;
            case 'F':
                return Key.Kind.LAST;
            case '~':
                return numbered(number);
            default:
                return null;
        }
    }

    private static Key.Kind numbered(String number) {
        switch (number) {
            case "5":
                return Key.Kind.PAGE_UP;
            case "6":
                return Key.Kind.PAGE_DOWN;
            case "1":
            case "7":
                return Key.Kind.FIRST;
            case "4":
            case "8":
                return Key.Kind.LAST;
            default:
                return null;
        }
    }
}
