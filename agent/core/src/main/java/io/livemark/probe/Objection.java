/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.List;

/**
 * What keeps a handler from being called for the fields of a site.
 *
 * @param field the number of the field, from 0; negative where it is none of them alone
 * @param taken what the handler does, or the type that it takes for the field
 * @param passed what the mark passes
 */
record Objection(int field, String taken, String passed) {

    /** {@return whether the site passes another number of fields than the handler takes} */
    boolean isOfNumber() {
        return field < 0;
    }

    /**
     * As a sentence without its subject.
     *
     * @param fields the names of the fields; empty where only the types are known
     */
    String sentence(List<String> fields) {
        String takes = "takes " + taken;
        if (field >= 0) {
            takes += field < fields.size() ? " for the field '" + fields.get(field) + "'" : " for field " + (field + 1);
        }
        return takes + ", the mark passes " + passed;
    }
}
