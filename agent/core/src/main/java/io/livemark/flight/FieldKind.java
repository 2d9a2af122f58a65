/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import java.util.EnumSet;
import java.util.Set;

/** What a field of a marker becomes in an event. */
enum FieldKind {
    /** As it is. */
    BOOLEAN("Z", "Z"),
    /** As it is. */
    BYTE("B", "B"),
    /** As it is. */
    SHORT("S", "S"),
    /** As it is. */
    CHAR("C", "C"),
    /** As it is. */
    INT("I", "I"),
    /** As it is. */
    LONG("J", "J"),
    /** As it is. */
    FLOAT("F", "F"),
    /** As it is. */
    DOUBLE("D", "D"),
    /** As it is. */
    STRING("Ljava/lang/String;", "Ljava/lang/String;"),
    /** As it is: the recorder has a type for it. */
    CLASS("Ljava/lang/Class;", "Ljava/lang/Class;"),
    /** As it is: the recorder has a type for it. */
    THREAD("Ljava/lang/Thread;", "Ljava/lang/Thread;"),
    /** Any other object, as {@link Text} says it. */
    TEXT("Ljava/lang/Object;", "Ljava/lang/String;");

    private static final Set<FieldKind> INTEGERS = EnumSet.of(BYTE, SHORT, CHAR, INT);
    private static final Set<FieldKind> EXACT_IN_DOUBLE = EnumSet.of(BYTE, SHORT, CHAR, INT, FLOAT, DOUBLE);

    private final String parameter;
    private final String field;

    FieldKind(String parameter, String field) {
        this.parameter = parameter;
        this.field = field;
    }

    /** {@return the descriptor of the parameter of the handler} */
    String parameter() {
        return parameter;
    }

    /** {@return the descriptor of the field of the event} */
    String field() {
        return field;
    }

    /** {@return what takes a type, as Java writes it} */
    static FieldKind of(String type) {
        return switch (type) {
            case "boolean" -> BOOLEAN;
            case "byte" -> BYTE;
            case "short" -> SHORT;
            case "char" -> CHAR;
            case "int" -> INT;
            case "long" -> LONG;
            case "float" -> FLOAT;
            case "double" -> DOUBLE;
            case "java.lang.String" -> STRING;
            case "java.lang.Class" -> CLASS;
            case "java.lang.Thread" -> THREAD;
            default -> TEXT;
        };
    }

    /** {@return what takes both without loss; text where nothing else does} */
    FieldKind or(FieldKind other) {
        if (this == other) {
            return this;
        } else if (INTEGERS.contains(this) && INTEGERS.contains(other)) {
            return this != CHAR && other != CHAR && this != INT && other != INT ? SHORT : INT;
        } else if (this == LONG && INTEGERS.contains(other) || other == LONG && INTEGERS.contains(this)) {
            return LONG;
        }
        return EXACT_IN_DOUBLE.contains(this) && EXACT_IN_DOUBLE.contains(other) ? DOUBLE : TEXT;
    }
}
