/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.util.List;

/**
 * What is known of a marker.
 *
 * @param marker its name; the spec itself where that is malformed
 * @param fields its fields in order
 * @param variants where its sites differ in the number of fields: those of each further number, the greatest first
 * @param sites its sites in the loaded classes
 * @param state what is the matter with it
 * @param reason why it is malformed, or what else keeps hits from a probe; empty otherwise
 * @param probes the names of the probes on it, in the order in which they are called
 * @param hits how often it was hit while armed
 */
public record Marker(
        String marker,
        List<Field> fields,
        List<List<Field>> variants,
        List<Site> sites,
        State state,
        String reason,
        List<String> probes,
        long hits) {

    /** What is the matter with a marker. */
    public enum State {
        /** No probe is on it. */
        IDLE,
        /** A probe is called at each hit. */
        ARMED,
        /** A probe asks for it, but no loaded class holds it. */
        WAITING,
        /** It cannot be armed. */
        MALFORMED
    }

    /**
     * A field of a marker.
     *
     * @param name its name; several, joined by {@code |}, where the sites differ
     * @param type its type as Java writes it; several, joined by {@code |}, where the sites differ
     */
    public record Field(String name, String type) {}

    /**
     * A marked call site.
     *
     * @param className the binary name of the class
     * @param method the name of the method
     * @param line the line, or 0
     * @param form how a hit reaches a probe: {@code guarded}, {@code evaluated}, {@code shim}; or {@code unwoven} before a
     *     probe has needed the class
     * @param reason why the form is not {@code guarded}; empty where it is
     */
    public record Site(String className, String method, int line, String form, String reason) {}
}
