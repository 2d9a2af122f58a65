/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.protocol.Marker;
import java.util.ArrayList;
import java.util.List;

/**
 * A marker that a one-line command looks at.
 *
 * @param name its name
 * @param fields its fields in order
 */
public record LookMarker(String name, List<LookField> fields) {

    static LookMarker of(Marker marker) {
        List<LookField> fields = new ArrayList<>();
        for (Marker.Field field : marker.fields()) {
            fields.add(LookField.of(field));
        }
        return new LookMarker(marker.marker(), fields);
    }

    /** {@return its fields with their types, as messages show them} */
    public String known() {
        if (fields.isEmpty()) {
            return name + " has no fields";
        }
        StringBuilder text = new StringBuilder("fields of " + name + ":");
        for (LookField field : fields) {
            text.append(' ').append(field.name()).append(':').append(field.shownType());
        }
        return text.toString();
    }
}
