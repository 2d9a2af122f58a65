/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import io.livemark.weave.MarkedSite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the events of a marker hold.
 *
 * @param marker its name
 * @param fields its fields
 * @param varies whether some of its sites pass more fields than others: then all are text, and what is not passed is null
 */
record EventShape(String marker, List<Field> fields, boolean varies) {

    /**
     * A field.
     *
     * @param name as the mark has it; where marks differ, all of their names
     * @param kind its type
     */
    record Field(String name, FieldKind kind) {}

    /**
     * What takes the hits of all of some sites.
     *
     * @param marker their marker
     * @param sites at least one
     */
    static EventShape of(String marker, List<MarkedSite> sites) {
        int most = sites.stream().mapToInt(site -> site.types().size()).max().orElse(0);
        boolean varies = sites.stream().anyMatch(site -> site.types().size() != most);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Set<String> names = new LinkedHashSet<>();
            FieldKind kind = varies ? FieldKind.TEXT : null;
            for (MarkedSite site : sites) {
                if (i < site.types().size()) {
                    names.add(site.fields().get(i));
                    FieldKind its = FieldKind.of(site.types().get(i));
                    kind = kind == null ? its : kind.or(its);
                }
            }
            fields.add(new Field(String.join("_or_", names), kind));
        }
        return new EventShape(marker, List.copyOf(fields), varies);
    }

    /** {@return whether events of this shape take the hits of sites that need another one} */
    boolean takes(EventShape other) {
        if (varies != other.varies || fields.size() != other.fields.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            Field mine = fields.get(i);
            Field its = other.fields.get(i);
            if (!mine.name.equals(its.name) || mine.kind.or(its.kind) != mine.kind) {
                return false;
            }
        }
        return true;
    }
}
