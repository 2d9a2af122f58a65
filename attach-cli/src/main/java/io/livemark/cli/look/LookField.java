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
 * A field of a marker, as the parameter of a handler.
 *
 * @param name its name, a Java identifier; that at the first site where they differ
 * @param type the type that takes it at every site, as Java writes it
 * @param declared its type as the agent tells it, several joined by {@code |}
 */
public record LookField(String name, String type, String declared) {

    private static final String OBJECT = "java.lang.Object";
    private static final List<String> WIDER = List.of("byte", "short", "int", "long", "float", "double");

    static LookField of(Marker.Field field) {
        Set<String> types = new LinkedHashSet<>(Arrays.asList(field.type().split("\\|")));
        return new LookField(field.name().split("\\|")[0], common(types).replace('$', '.'), field.type());
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

    String shownType() {
        return declared.replace("java.lang.", "");
    }

    private static String common(Set<String> types) {
        if (types.size() > 1) {
            types.remove("null");
        }
        if (types.size() == 1) {
            String only = types.iterator().next();
            boolean isUnknown = only.isEmpty() || only.equals("null") || only.equals("?");
            return isUnknown || only.equals("java.util.function.Supplier") ? OBJECT : only;
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
