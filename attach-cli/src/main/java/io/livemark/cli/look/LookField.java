/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.protocol.Marker;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands at one place among the fields of a marker, as the parameter of a handler. Handlers take fields by their place, and cannot
 * tell at which site it is called what.
 *
 * @param name its name, a Java identifier; where sites differ all of their names, joined by {@code |}
 * @param isMixed whether one of these names stands at another place too: it is not the same field at all sites, and no expression can name it
 * @param type the type that takes it at every site, as Java writes it
 * @param declared its type as the agent tells it, several joined by {@code |}
 */
public record LookField(String name, boolean isMixed, String type, String declared) {

    private static final String OBJECT = "java.lang.Object";
    private static final String STRING = "java.lang.String";
    private static final String SUPPLIER = "java.util.function.Supplier";
    private static final Set<String> UNKNOWN = Set.of("", "null", "?");

    /** Of some nobody knows what comes. */
    private static final Set<String> MAYBE_PRIMITIVE = Set.of(
            "?",
            "null",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short");

    private static final List<String> WIDER = List.of("byte", "short", "int", "long", "float", "double");

    /**
     * @param elsewhere names that stand at several places
     */
    static LookField of(Marker.Field field, Set<String> elsewhere) {
        Set<String> types = split(field.type());
        boolean isMixed = split(field.name()).stream().anyMatch(elsewhere::contains);
        // What are different fields is made no common number of: that could change its value.
        String type = isMixed && types.size() > 1 ? OBJECT : common(types);
        return new LookField(field.name(), isMixed, type.replace('$', '.'), field.type());
    }

    /** The parts of what the agent tells, which joins them where sites differ. */
    static Set<String> split(String joined) {
        return new LinkedHashSet<>(Arrays.asList(joined.split("\\|")));
    }

    /** {@return its names, that at the first site first} */
    List<String> names() {
        return List.copyOf(split(name));
    }

    /**
     * Whether a handler surely takes no value of another type here.
     *
     * @param other a type as the agent tells it
     * @param isNamed whether an expression names the field; what is no primitive is taken as an object where none does
     */
    boolean refuses(String other, boolean isNamed) {
        if (MAYBE_PRIMITIVE.contains(other)) {
            return false;
        }
        return isPrimitive()
                ? !common(new LinkedHashSet<>(List.of(type, other))).equals(type)
                : isNamed && type.equals(STRING) && !other.equals(STRING);
    }

    /** {@return what it is called in the source} */
    String parameter() {
        return isMixed ? "livemark$" + name.replace('|', '$') : names().get(0);
    }

    /** {@return whether it is passed as it is, without an object} */
    public boolean isPrimitive() {
        return WIDER.contains(type) || type.equals("boolean") || type.equals("char");
    }

    /** {@return the letter of its type in descriptors, {@code L} for any object} */
    char letter() {
        switch (isPrimitive() ? type : "") {
            case "boolean":
                return 'Z';
            case "char":
                return 'C';
            case "float":
                return 'F';
            case "double":
                return 'D';
            case "":
                return 'L';
            default:
                return 'J';
        }
    }

    /**
     * Its type, as messages show it: that which it has in an expression, and behind it that of the source.
     *
     * @param isObject whether its own type cannot be used
     */
    String shownType(boolean isObject) {
        String shown = declared.replace("java.lang.", "");
        boolean isAnother = isObject || type.equals(OBJECT) && !declared.equals(OBJECT) && !UNKNOWN.contains(declared);
        if (isMixed || !isAnother) {
            return shown;
        }
        return declared.equals(SUPPLIER) ? "Object (what a Supplier gives)" : "Object (" + shown + ")";
    }

    private static String common(Set<String> types) {
        if (types.size() > 1) {
            types.remove("null");
        }
        if (types.size() == 1) {
            String only = types.iterator().next();
            return UNKNOWN.contains(only) || only.equals(SUPPLIER) ? OBJECT : only;
        }
        int widest = -1;
        for (String type : types) {
            int width = WIDER.indexOf(type.equals("char") ? "int" : type);
            if (width < 0) {
                return OBJECT;
            }
            widest = Math.max(widest, width);
        }
        return WIDER.get(widest);
    }
}
