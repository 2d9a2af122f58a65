/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.protocol.Marker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A marker that a one-line command looks at.
 *
 * @param name its name
 * @param fields its fields in order
 */
public record LookMarker(String name, List<LookField> fields) {

    /** One for each number of fields that its sites pass. */
    static List<LookMarker> of(Marker marker) {
        List<LookMarker> all = new ArrayList<>();
        all.add(of(marker.marker(), marker.fields()));
        marker.variants().forEach(fields -> all.add(of(marker.marker(), fields)));
        return all;
    }

    private static LookMarker of(String name, List<Marker.Field> fields) {
        Set<String> names = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (Marker.Field field : fields) {
            LookField.split(field.name()).stream()
                    .filter(one -> !names.add(one))
                    .forEach(elsewhere::add);
        }
        return new LookMarker(
                name,
                fields.stream().map(field -> LookField.of(field, elsewhere)).toList());
    }

    /** What a handler can be for; the names and types of the fields are as those of the sites that are known. */
    record Kind(String name, int fields) {}

    Kind kind() {
        return new Kind(name, fields.size());
    }

    /** {@return this one with the fields as another of its kind has them, called what either calls them} */
    LookMarker with(LookMarker later) {
        List<Marker.Field> both = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            LookField field = later.fields.get(i);
            Set<String> names = new LinkedHashSet<>(fields.get(i).names());
            names.addAll(field.names());
            both.add(new Marker.Field(String.join("|", names), field.declared()));
        }
        return of(name, both);
    }

    boolean matches(String pattern) {
        return name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }

    /** {@return its name with the names of its fields} */
    String signature() {
        return fields.stream().map(LookField::name).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** {@return its fields that are not the same at all sites} */
    List<LookField> mixed() {
        return fields.stream().filter(LookField::isMixed).toList();
    }

    /** {@return the command that shows its sites} */
    String sites(long pid) {
        return "livemark list " + pid + " " + name + " --sites";
    }

    /**
     * What an expression may use.
     *
     * @param isObject whether a field is taken as an object, since its own type cannot be used
     * @return its fields with their types, as messages show them
     */
    String known(Predicate<LookField> isObject) {
        if (fields.isEmpty()) {
            return name + " has no fields";
        }
        StringBuilder text = new StringBuilder("fields of " + name + ":");
        for (LookField field : fields) {
            text.append(' ').append(field.name()).append(':').append(field.shownType(isObject.test(field)));
        }
        return text.toString();
    }
}
