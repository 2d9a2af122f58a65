/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.Collection;
import java.util.List;

/**
 * What a probe or a client asks for: the name of a marker, in which {@code *} stands for any characters, dots included.
 *
 * @param text the pattern
 */
public record MarkerPattern(String text) {

    // Explicit: those that a record has by itself are made by the JVM when they are first called, while a load waits.

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkerPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /**
     * Whether a marker is meant.
     *
     * @param name its name
     * @return whether the pattern matches it as a whole
     */
    public boolean matches(String name) {
        int star = text.indexOf('*');
        return star < 0 ? text.equals(name) : matches(name, star);
    }

    /** Whether a marker is meant by one of some patterns. */
    static boolean anyMatches(List<MarkerPattern> patterns, String name) {
        for (MarkerPattern pattern : patterns) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of some markers is meant. */
    boolean matchesAny(Collection<String> names) {
        for (String name : names) {
            if (matches(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String name, int firstStar) {
        if (!name.startsWith(text.substring(0, firstStar))) {
            return false;
        }
        // Leftmost is enough for what lies between two stars; only the tail after the last has to end with the name.
        int next = firstStar;
        int star = firstStar;
        while (true) {
            int following = text.indexOf('*', star + 1);
            if (following < 0) {
                String tail = text.substring(star + 1);
                return name.length() - next >= tail.length() && name.endsWith(tail);
            }
            String between = text.substring(star + 1, following);
            int found = name.indexOf(between, next);
            if (found < 0) {
                return false;
            }
            next = found + between.length();
            star = following;
        }
    }
}
