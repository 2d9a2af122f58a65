/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_-]++(\\.[\\p{L}\\p{Nd}_-]++)*+");
    private static final Pattern FIELD = Pattern.compile("([^ =]*)=\\{}");

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
        if (!NAME.matcher(parts[0]).matches()) {
            throw new Malformed("the name '" + parts[0]
                    + "' is not made of segments of letters, digits, '_' and '-', separated by dots");
        }
        if (parts.length - 1 > MOST_FIELDS) {
            throw new Malformed("the spec has more than " + MOST_FIELDS + " fields");
        }
        String[] fields = new String[parts.length - 1];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.length; i++) {
            Matcher field = FIELD.matcher(parts[i + 1]);
            if (!field.matches()) {
                throw new Malformed("'" + parts[i + 1] + "' is not of the form field={}");
            }
            fields[i] = field.group(1);
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

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && !KEYWORDS.contains(name)
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().skip(1).allMatch(Character::isJavaIdentifierPart);
    }

    /** Why a spec is not one; its message is the reason. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }
}
