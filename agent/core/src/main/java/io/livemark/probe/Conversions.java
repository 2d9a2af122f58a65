/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedSite;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/**
 * Whether a field of a marker can be passed to a parameter of a handler, as in a Java call: widening, boxing, unboxing,
 * supertypes.
 */
final class Conversions {

    private static final String WIDER = "byte short int long float double ";

    /** The type of a constant null. */
    static final String NULL = "null";

    /** The type of a field of which nobody knows one; what it holds is looked at at each hit. */
    static final String UNKNOWN = "?";

    private Conversions() {}

    /**
     * @param field the type of the field as Java writes it
     * @param loader in which that name is to be understood; null for the JDK's own types
     * @param parameter the type of the parameter
     */
    static boolean allows(String field, ClassLoader loader, Class<?> parameter) {
        if (parameter == Object.class || field.equals(UNKNOWN)) {
            return true;
        }
        if (field.equals(NULL)) {
            return !parameter.isPrimitive();
        }
        Class<?> type = resolve(field, loader);
        if (type == null) {
            return false;
        }
        if (parameter.isPrimitive()) {
            Class<?> unboxed = MethodType.methodType(type).unwrap().returnType();
            return unboxed.isPrimitive() && widens(unboxed, parameter);
        }
        return parameter.isAssignableFrom(MethodType.methodType(type).wrap().returnType());
    }

    /** Whether a value can be passed to a parameter; what {@link #allows} says of its type. */
    static boolean takes(Class<?> parameter, Object value) {
        if (value == null || !parameter.isPrimitive()) {
            return value == null ? !parameter.isPrimitive() : parameter.isInstance(value);
        }
        Class<?> unboxed = MethodType.methodType(value.getClass()).unwrap().returnType();
        return unboxed.isPrimitive() && widens(unboxed, parameter);
    }

    /** The class among a class and what it inherits that has the name of another; null where none has. */
    static Class<?> namesake(Class<?> type, Class<?> other) {
        if (type == null || type.getTypeName().equals(other.getTypeName())) {
            return type;
        }
        Class<?> found = namesake(type.getSuperclass(), other);
        for (Class<?> inherited : type.getInterfaces()) {
            found = found == null ? namesake(inherited, other) : found;
        }
        return found;
    }

    private static boolean widens(Class<?> from, Class<?> to) {
        if (from == to) {
            return true;
        }
        if (from == char.class) {
            return WIDER.indexOf(to.getName() + " ") >= WIDER.indexOf("int ");
        }
        int narrow = WIDER.indexOf(from.getName() + " ");
        return narrow >= 0 && WIDER.indexOf(to.getName() + " ") > narrow;
    }

    /** Whether a field is passed as its supplier; the probe sees the value. */
    static boolean isSupplier(String type, ClassLoader loader) {
        if (type.equals(MarkedSite.SUPPLIER)
                || type.startsWith("java.")
                || type.indexOf('.') < 0
                || type.endsWith("]")) {
            return type.equals(MarkedSite.SUPPLIER);
        }
        try {
            return Supplier.class.isAssignableFrom(Class.forName(type, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The class of a type as Java writes it; null where it cannot be found. Loads, but does not initialise it. */
    static Class<?> resolve(String type, ClassLoader loader) {
        if (isSupplier(type, loader)) {
            return Object.class;
        }
        int dimensions = 0;
        String element = type;
        while (element.endsWith("[]")) {
            element = element.substring(0, element.length() - 2);
            dimensions++;
        }
        Class<?> found = primitive(element);
        if (found == null) {
            try {
                found = Class.forName(element, false, loader == null ? ClassLoader.getPlatformClassLoader() : loader);
            } catch (ClassNotFoundException | LinkageError e) {
                return null;
            }
        }
        for (; dimensions > 0; dimensions--) {
            found = found.arrayType();
        }
        return found;
    }

    private static Class<?> primitive(String name) {
        for (Class<?> type : new Class<?>[] {
            boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class
        }) {
            if (type.getName().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
