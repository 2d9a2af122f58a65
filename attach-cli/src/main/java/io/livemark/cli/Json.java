/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

/** Writes JSON (RFC 8259), compact. The caller opens and closes in order. */
public final class Json {

    private final StringBuilder text = new StringBuilder();
    private boolean comma;

    /** Makes an empty text. */
    public Json() {}

    /** {@return this, with an object begun} */
    public Json object() {
        return open('{');
    }

    /** {@return this, with an array begun} */
    public Json array() {
        return open('[');
    }

    /**
     * Ends what was begun.
     *
     * @param bracket with which
     * @return this
     */
    public Json end(char bracket) {
        text.append(bracket);
        comma = true;
        return this;
    }

    /**
     * The name of what comes next.
     *
     * @param name in an object
     * @return this
     */
    public Json name(String name) {
        separate();
        quote(name);
        text.append(':');
        comma = false;
        return this;
    }

    /**
     * A text.
     *
     * @param value the text
     * @return this
     */
    public Json value(String value) {
        separate();
        quote(value);
        return this;
    }

    /**
     * A number.
     *
     * @param value the number
     * @return this
     */
    public Json value(long value) {
        separate();
        text.append(value);
        return this;
    }

    /**
     * A value that is JSON already.
     *
     * @param value a number, {@code true}, {@code false}, or {@code null}
     * @return this
     */
    public Json literal(String value) {
        separate();
        text.append(value);
        return this;
    }

    /**
     * A truth.
     *
     * @param value whether
     * @return this
     */
    public Json value(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /**
     * An array of strings.
     *
     * @param values the strings
     * @return this
     */
    public Json values(Iterable<String> values) {
        array();
        for (String value : values) {
            value(value);
        }
        return end(']');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private Json open(char bracket) {
        separate();
        text.append(bracket);
        comma = false;
        return this;
    }

    private void separate() {
        if (comma) {
            text.append(',');
        }
        comma = true;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // A lone surrogate has no UTF-8; escaped, a pair means the same.
                text.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
