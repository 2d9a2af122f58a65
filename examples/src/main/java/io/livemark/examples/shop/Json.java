/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import java.util.List;

/** As much JSON as the shop needs: it writes flat objects and arrays of them, and reads none. */
final class Json {

    private Json() {}

    /** Writes an object from names and values in turn; numbers as they are, anything else as a string. */
    static String object(Object... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "" : ",").append(string(namesAndValues[i])).append(':');
            Object value = namesAndValues[i + 1];
            json.append(value instanceof Number ? value : string(value));
        }
        return json.append('}').toString();
    }

    static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    private static String string(Object value) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : String.valueOf(value).toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
