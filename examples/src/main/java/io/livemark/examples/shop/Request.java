/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked: {@code GET /items/oak-lamp?x=y} has the segments {@code items} and {@code oak-lamp}. */
record Request(String method, List<String> segments, Map<String, String> parameters) {

    static Request of(String method, URI uri) {
        Map<String, String> parameters = new HashMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        String path = uri.getPath().replaceFirst("^/", "");
        return new Request(method, List.of(path.split("/")), parameters);
    }

    /** The segment at this place, or an empty string behind the last one. */
    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    /** The parameter of this name, or an empty string. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Reads a whole number; anything else is -1, which no order and no quantity has. */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
