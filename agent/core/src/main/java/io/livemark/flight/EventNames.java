/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of events and of their fields: the recorder wants Java's identifiers. */
final class EventNames {

    /** What the name of each event begins with. */
    static final String PREFIX = "livemark.";

    /** Fields that the recorder adds to each event class. */
    private static final Set<String> TAKEN =
            Set.of("startTime", "duration", "eventThread", "stackTrace", "eventHandler", "eventConfiguration");

    private static final Set<String> KEYWORDS =
            Set.of(("_ abstract assert boolean break byte case catch char class const"
                            + " continue default do double else enum extends false final finally float for goto if implements"
                            + " import instanceof int interface long native new null package private protected public return"
                            + " short static strictfp super switch synchronized this throw throws transient true try void"
                            + " volatile while")
                    .split(" "));

    private EventNames() {}

    /** {@return the name of the events of a marker: its own, where that is made of identifiers} */
    static String ofMarker(String marker) {
        return PREFIX
                + Stream.of(marker.split("\\.")).map(EventNames::identifier).collect(Collectors.joining("."));
    }

    /** {@return the name of a field in the event} */
    static String ofField(String field) {
        return TAKEN.contains(field) ? field + "_" : identifier(field);
    }

    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints().forEach(point -> name.appendCodePoint(Character.isJavaIdentifierPart(point) ? point : '_'));
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name.insert(0, '_');
        }
        return KEYWORDS.contains(name.toString()) ? name + "_" : name.toString();
    }
}
