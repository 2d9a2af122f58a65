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
 * @param text the expression
 */
public record Expression(String option, String text) {

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]*");

    /**
     * Takes what was given.
     *
     * @param option where it was given
     * @param text what was given
     * @return the expression; line ends in it are spaces
     * @throws Problem where it is empty or holds control characters
     */
    public static Expression of(String option, String text) throws Problem {
        String line = text.replaceAll("\\s+", " ").trim();
        if (line.isEmpty() || !PRINTABLE.matcher(line).matches()) {
            throw new Problem(option + " is no Java expression: \"" + text + "\"", "livemark … --where 'total > 100'");
        }
        return new Expression(option, line);
    }

    /** {@return whether it names something, as far as its words show} */
    boolean names(String identifier) {
        return Pattern.compile("(?<![\\w$.])" + Pattern.quote(identifier) + "(?![\\w$])")
                .matcher(text)
                .find();
    }
}
