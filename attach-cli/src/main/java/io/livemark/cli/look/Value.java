/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Json;
import io.livemark.look.Tag;

/**
 * A value from the target.
 *
 * @param text as people read it
 * @param isLiteral whether that is JSON as it stands; else it is a string there
 */
public record Value(String text, boolean isLiteral) {

    static Value read(Records in) {
        byte tag = in.tag();
        switch (tag) {
            case Tag.NULL:
                return new Value("null", true);
            case Tag.TRUE:
                return new Value("true", true);
            case Tag.FALSE:
                return new Value("false", true);
            case Tag.INTEGER:
                return new Value(Long.toString(in.signed()), true);
            case Tag.NUMBER:
                return new Value(in.text(), true);
            case Tag.TEXT:
                return new Value(in.text(), false);
            default:
                throw new IndexOutOfBoundsException("no value begins with " + tag);
        }
    }

    /** {@return as it stands in a table: without line ends, quoted where it could be taken for several words} */
    public String shown() {
        return Text.shown(text);
    }

    void json(Json json) {
        if (isLiteral) {
            json.literal(text);
        } else {
            json.value(text);
        }
    }
}
