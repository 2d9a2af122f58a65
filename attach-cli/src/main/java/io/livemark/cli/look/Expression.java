/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.util.regex.Pattern;

/**
 * A piece of Java that the user gave, over the fields of a marker.
 *
 * @param option where it was given: {@code --where}
 * @param source the expression as it was written
 * @param text the same as it is shown: in one line
 */
public record Expression(String option, String source, String text) {

    private static final Pattern WRITABLE = Pattern.compile("[\\s\\P{Cntrl}]*");
    private static final Pattern LINE_END = Pattern.compile("\\s*[\\n\\r]\\s*");

    /**
     * Takes what was given.
     *
     * @param option where it was given
     * @param given what was given
     * @return the expression; whether it is one, the compiler says
     * @throws Problem where it is empty or holds control characters
     */
    public static Expression of(String option, String given) throws Problem {
        String source = given.strip();
        if (source.isEmpty() || !WRITABLE.matcher(source).matches()) {
            throw new Problem(option + " is no Java expression: \"" + given + "\"", "livemark … --where 'total > 100'");
        }
        return new Expression(
                option, source, LINE_END.matcher(source).replaceAll(" ").replace('\t', ' '));
    }

    /** {@return whether it names something, as far as its words show} */
    boolean names(String identifier) {
        return Pattern.compile("(?<![\\w$.])" + Pattern.quote(identifier) + "(?![\\w$])")
                .matcher(source)
                .find();
    }

    /**
     * Shows a place in it, as a compiler does.
     *
     * @param indent in front of each line
     * @param place an index in the source; one beyond its ends is taken for that end
     * @return its lines, and a caret under the place
     */
    String pointedAt(String indent, int place) {
        int index = Math.max(0, Math.min(place, source.length()));
        StringBuilder shown = new StringBuilder();
        int start = 0;
        for (String line : source.split("\\R", -1)) {
            shown.append(start == 0 ? "" : "\n").append(indent).append(line.replace('\t', ' '));
            // The end of the line, as the source has it: one character or two.
            int end = start + line.length();
            int next = end + (source.startsWith("\r\n", end) ? 2 : 1);
            if (index >= start && index < next) {
                shown.append('\n')
                        .append(indent)
                        .append(" ".repeat(Math.min(index, end) - start))
                        .append('^');
            }
            start = next;
        }
        return shown.toString();
    }
}
