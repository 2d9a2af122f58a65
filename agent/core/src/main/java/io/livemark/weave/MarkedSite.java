/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A marked call site, as the class file has it.
 *
 * @param kind which method of {@code Mark} it calls
 * @param text the constant it passes; {@code (unnamed)} where it passes none
 * @param marker the name of the marker; the text itself where that is malformed
 * @param fields the names of the fields
 * @param types the types of the fields as Java writes them, as many as there are fields
 * @param method the name of the method that holds the site
 * @param line the line, or 0
 * @param form how a hit will reach a probe, once the class is woven
 */
public record MarkedSite(
        Kind kind,
        String text,
        String marker,
        List<String> fields,
        List<String> types,
        String method,
        int line,
        SiteForm form) {

    /** What a {@link java.util.function.Supplier} argument is called; the probe sees its value. */
    public static final String SUPPLIER = "java.util.function.Supplier";

    /** Which method of {@code Mark} a site calls. */
    public enum Kind {
        /** {@code mark}. */
        MARK,
        /** {@code label}. */
        LABEL,
        /** {@code armed}. */
        ARMED;

        static Kind of(String method) {
            return valueOf(method.toUpperCase(Locale.ROOT));
        }
    }

    /** What stands for the name where there is none; no spec can have it. */
    private static final String UNNAMED = "(unnamed)";

    /** A site of which nobody knows more than where it is. */
    static MarkedSite unknown(String called, String method, int line, Reason reason) {
        SiteForm form = new SiteForm.Unreachable(reason);
        return new MarkedSite(Kind.of(called), UNNAMED, UNNAMED, List.of(), List.of(), method, line, form);
    }

    /** {@return whether a probe can be called for it} */
    public boolean isReachable() {
        return !(form instanceof SiteForm.Unreachable);
    }

    /** {@return whether the weaver replaces its call} */
    boolean isToBeWoven() {
        return form instanceof SiteForm.Guarded || form instanceof SiteForm.Evaluated || form instanceof SiteForm.Flag;
    }

    /** {@return whether nobody knew of it before it was hit, so that the types of its fields are not known} */
    public boolean isFoundByHit() {
        return form instanceof SiteForm.Shim shim && shim.reason().cause() == Reason.Cause.NO_FILE;
    }

    MarkedSite as(SiteForm other) {
        return new MarkedSite(kind, text, marker, fields, types, method, line, other);
    }

    /** {@return whether a type may mean another class in another loader} */
    boolean isLocal() {
        for (String type : types) {
            if (Argument.isLocal(type)) {
                return true;
            }
        }
        return false;
    }

    /** {@return {@link #types} as the bridge keeps them} */
    public String joinedTypes() {
        return String.join(",", types);
    }

    /** {@return the fields with their types, for people} */
    public String signature() {
        return marker + types.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
