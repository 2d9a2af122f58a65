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

    private Conversions() {}

    /**
     * @param field the type of the field as Java writes it
     * @param loader in which that name is to be understood; null for the JDK's own types
     * @param parameter the type of the parameter
     */
    static boolean allows(String field, ClassLoader loader, Class<?> parameter) {
        if (parameter == Object.class) {
            return true;
        }
        if (field.equals("null")) {
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
