/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first argument of a mark, understood: {@code name field={} field={}}.
 *
 * @param name the name of the marker
 * @param fields the names of its fields, in order
 */
public record Spec(String name, List<String> fields) {

    /** A hit passes them as parameters, of which the JVM allows 255; a long counts as two. */
    static final int MOST_FIELDS = 100;

    /** Looked through for each site, while the application waits for its class. */
    static final int MOST_CHARACTERS = 8_000;

    private static final String VALUE = "={}";

    /** What the language reserves, which is no identifier; a probe could have no parameter of that name. */
    private static final Set<String> KEYWORDS =
            Set.of(("_ abstract assert boolean break byte case catch char class const"
                            + " continue default do double else enum extends false final finally float for goto if implements"
                            + " import instanceof int interface long native new null package private protected public return"
                            + " short static strictfp super switch synchronized this throw throws transient true try void"
                            + " volatile while")
                    .split(" "));

    /**
     * Understands a spec.
     *
     * @param text the constant
     * @param arguments how many arguments the site passes; negative where nobody knows
     * @return what it says
     * @throws Malformed with the reason
     */
    public static Spec parse(String text, int arguments) throws Malformed {
        if (text.length() > MOST_CHARACTERS) {
            throw new Malformed("the spec is longer than " + MOST_CHARACTERS + " characters");
        }
        String[] parts = text.split(" ", -1);
        if (!isName(parts[0])) {
            throw new Malformed("the name '" + parts[0]
                    + "' is not made of segments of letters, digits, '_' and '-', separated by dots");
        }
        if (parts.length - 1 > MOST_FIELDS) {
            throw new Malformed("the spec has more than " + MOST_FIELDS + " fields");
        }
        String[] fields = new String[parts.length - 1];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.length; i++) {
            int end = parts[i + 1].indexOf('=');
            if (end < 0 || !parts[i + 1].substring(end).equals(VALUE)) {
                throw new Malformed("'" + parts[i + 1] + "' is not of the form field={}");
            }
            fields[i] = parts[i + 1].substring(0, end);
            if (!isIdentifier(fields[i])) {
                throw new Malformed("the field name '" + fields[i] + "' is not a Java identifier");
            }
            if (!seen.add(fields[i])) {
                throw new Malformed("the field '" + fields[i] + "' stands twice");
            }
        }
        if (arguments >= 0 && arguments != fields.length) {
            throw new Malformed("the spec has " + fields.length + " {}, the site passes " + arguments + " argument"
                    + (arguments == 1 ? "" : "s"));
        }
        return new Spec(parts[0], List.of(fields));
    }

    /** Segments of letters, digits, '_' and '-', separated by dots. */
    private static boolean isName(String text) {
        boolean inSegment = false;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            boolean isDot = character == '.';
            if (isDot && !inSegment || !isDot && !isOfSegment(character)) {
                return false;
            }
            inSegment = !isDot;
            at += Character.charCount(character);
        }
        return inSegment;
    }

    private static boolean isOfSegment(int character) {
        return Character.isLetter(character) || Character.isDigit(character) || character == '_' || character == '-';
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty() || KEYWORDS.contains(name) || !Character.isJavaIdentifierStart(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!Character.isJavaIdentifierPart(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Why a spec is not one; its message is the reason. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }
}
