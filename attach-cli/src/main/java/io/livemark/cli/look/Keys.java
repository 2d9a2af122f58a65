/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What {@code --by} says: fields, or expressions, with a comma between. */
public final class Keys {

    private Keys() {}

    /**
     * Takes what was given.
     *
     * @param text what was given; null for nothing
     * @return each of it
     * @throws Problem where one of them is none
     */
    public static List<Expression> of(String text) throws Problem {
        List<Expression> keys = new ArrayList<>();
        if (text != null) {
            for (String part : split(text)) {
                keys.add(Expression.of("--by", part));
            }
        }
        return keys;
    }

    /**
     * Has a handler make the row of its keys.
     *
     * @param source in a handler
     * @param marker its number
     * @param keys of the row
     * @return an expression for the row
     */
    public static String row(ProbeSource source, int marker, List<Expression> keys) {
        String row = keys.isEmpty() ? "this.livemark$look.row(" + marker + ")" : Integer.toString(marker);
        for (int i = 0; i < keys.size(); i++) {
            String key = "livemark$key" + i;
            source.let(key, keys.get(i));
            row = "this.livemark$look.row(" + row + ", this.livemark$look.bits(" + key + "), this.livemark$look.object("
                    + key + "))";
        }
        return row;
    }

    /** At the commas that are neither in brackets nor in quotes nor in comments. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (text.startsWith("//", i) || text.startsWith("/*", i)) {
                i = endOfComment(text, i);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The last character of a comment. */
    private static int endOfComment(String text, int start) {
        boolean isLine = text.charAt(start + 1) == '/';
        int end = text.indexOf(isLine ? "\n" : "*/", start + 2);
        return end < 0 ? text.length() - 1 : end + (isLine ? 0 : 1);
    }
}
