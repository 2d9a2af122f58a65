/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

import java.util.Arrays;

/** Renders values without running any code of the program, and the same in each JVM. */
final class Values {

    private Values() {}

    static String text(Object value) {
        if (value == null) {
            return "null";
        }
        if (isPlain(value)) {
            return value.getClass().getSimpleName() + " " + value;
        }
        if (value instanceof Thing) {
            Thing thing = (Thing) value;
            return value.getClass().getName() + " number " + thing.number + " num " + thing.num;
        }
        if (value instanceof int[]) {
            return "int" + Arrays.toString((int[]) value);
        }
        if (value instanceof Enum) {
            return value.getClass().getName() + "." + ((Enum<?>) value).name();
        }
        if (value instanceof Object[]) {
            return value.getClass().getName() + " of " + ((Object[]) value).length;
        }
        return value.getClass().isSynthetic() ? "a lambda" : value.getClass().getName();
    }

    /** Equal where the texts are; cheaper for what is hit often. */
    static int hash(Object value) {
        return value != null && isPlain(value)
                ? 31 * value.getClass().getName().hashCode() + value.hashCode()
                : text(value).hashCode();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character;
    }
}
