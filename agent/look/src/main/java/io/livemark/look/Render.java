/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;

/**
 * Objects as text: {@code its.Class@hash}, since a {@code toString} is the application's code, which may take locks and throw. With a
 * depth, its fields too, read by reflection; on demand its {@code toString}. On the thread that hit. Bounded, and throws nothing.
 */
final class Render {

    private static final int MOST = 4_096;
    private static final int ELEMENTS = 16;

    private final int depth;
    private final boolean isToString;

    /**
     * @param depth how many levels of fields to show
     * @param isToString whether to call {@code toString}
     */
    Render(int depth, boolean isToString) {
        this.depth = depth;
        this.isToString = isToString;
    }

    String text(Object value) {
        try {
            if (value instanceof Enum) {
                return ((Enum<?>) value).name();
            } else if (value instanceof Class) {
                return ((Class<?>) value).getName();
            } else if (value instanceof Thread) {
                return ((Thread) value).getName();
            } else if (isToString) {
                return cut(String.valueOf(value));
            }
            StringBuilder text = new StringBuilder();
            append(text, value, depth);
            return cut(text.toString());
        } catch (Throwable e) {
            return value.getClass().getName() + "(" + e.getClass().getName() + ")";
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + '\u2026';
    }

    private static void append(StringBuilder text, Object value, int levels) {
        if (text.length() > MOST) {
            return;
        } else if (value == null || value instanceof String || value instanceof Boolean || value instanceof Character) {
            text.append(value);
        } else if (value instanceof Enum) {
            text.append(((Enum<?>) value).name());
        } else if (value instanceof Number && value.getClass().getClassLoader() == null || isText(value)) {
            text.append(value);
        } else if (value.getClass().isArray()
                && (levels > 0 || value.getClass().getComponentType().isPrimitive())) {
            array(text, value, levels - 1);
        } else if (levels > 0) {
            fields(text, value, levels - 1);
        } else {
            text.append(value.getClass().getTypeName())
                    .append('@')
                    .append(Integer.toHexString(System.identityHashCode(value)));
        }
    }

    /** What may change while it is read, and is the JDK's own. */
    private static boolean isText(Object value) {
        return value instanceof StringBuilder || value instanceof StringBuffer;
    }

    private static void array(StringBuilder text, Object array, int levels) {
        int length = Array.getLength(array);
        text.append('[');
        for (int i = 0; i < length && i < ELEMENTS; i++) {
            append(text.append(i == 0 ? "" : ", "), Array.get(array, i), levels);
        }
        text.append(length > ELEMENTS ? ", \u2026" + length + "]" : "]");
    }

    private static void fields(StringBuilder text, Object value, int levels) {
        text.append(value.getClass().getTypeName()).append('{');
        String comma = "";
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    text.append(comma).append(field.getName()).append('=');
                    comma = ", ";
                    field(text, field, value, levels);
                }
            }
        }
        text.append('}');
    }

    private static void field(StringBuilder text, Field field, Object owner, int levels) {
        try {
            field.setAccessible(true);
            append(text, field.get(owner), levels);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            // Of a module that does not open itself: the JDK's own.
            text.append('?');
        }
    }
}
