/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/**
 * Says an object in a few words, without running code of the application: values of the JDK that cannot change as they say
 * themselves, all others by class and identity. Never throws but where the JVM is short of something.
 *
 * <p>Each recording probe carries a copy, so this may name nothing but {@code java.base}.
 */
public final class Text {

    private static final int MOST_BITS = 2_048;

    private static final Set<Class<?>> VALUES = Set.of(
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            UUID.class,
            URI.class,
            File.class);

    private Text() {}

    /**
     * Says it.
     *
     * @param value whatever a mark was given
     * @return null for null
     */
    public static String of(Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof String text) {
            return text;
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Class<?> type) {
            return type.getTypeName();
        }
        return isValue(value) ? value.toString() : identity(value);
    }

    /** A subclass may be the application's, and a number as long as memory. */
    private static boolean isValue(Object value) {
        Class<?> type = value.getClass();
        if (type == BigInteger.class) {
            return ((BigInteger) value).bitLength() <= MOST_BITS;
        } else if (type == BigDecimal.class) {
            return ((BigDecimal) value).unscaledValue().bitLength() <= MOST_BITS;
        }
        return VALUES.contains(type)
                || type.getClassLoader() == null
                        && (type.getPackageName().equals("java.time") || value instanceof Path);
    }

    private static String identity(Object value) {
        return value.getClass().getTypeName() + "@" + Integer.toHexString(System.identityHashCode(value));
    }
}
