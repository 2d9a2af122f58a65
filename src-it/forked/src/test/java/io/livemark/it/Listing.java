/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code livemark list --json} said. */
public final class Listing {

    private final Function<String, AssertionError> failure;
    private final List<Map<String, Object>> markers;

    Listing(Output output) {
        this(output.json(), output::failure);
    }

    /**
     * @param json what it says
     * @param failure shows it, with what is wrong
     */
    Listing(Object json, Function<String, AssertionError> failure) {
        this.failure = failure;
        this.markers = objects(json);
    }

    /** {@return the names of the markers} */
    public List<String> markers() {
        return markers.stream().map(marker -> (String) marker.get("marker")).toList();
    }

    /** {@return the object of a marker} */
    public Map<String, Object> marker(String name) {
        return markers.stream()
                .filter(marker -> name.equals(marker.get("marker")))
                .findFirst()
                .orElseThrow(() -> failure.apply("no marker " + name));
    }

    /** {@return the state of a marker} */
    public String state(String marker) {
        return marker(marker).get("state").toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@return the fields of a marker, as {@code name type, name type}} */
    public String fields(String marker) {
        return objects(marker(marker).get("fields")).stream()
                .map(field -> field.get("name") + " " + field.get("type"))
                .collect(Collectors.joining(", "));
    }

    /** {@return the sites of a marker} */
    public List<Map<String, Object>> sites(String marker) {
        return objects(marker(marker).get("sites"));
    }

    /** {@return the forms of the sites of a marker, each once} */
    public List<String> forms(String marker) {
        return sites(marker).stream()
                .map(site -> (String) site.get("form"))
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return how often a marker was hit while armed} */
    public long hits(String marker) {
        return ((Double) marker(marker).get("hits")).longValue();
    }

    /** An assertion that a marker is in this state. */
    public Listing shows(String marker, String state) {
        if (!state(marker).equals(state)) {
            throw failure.apply(marker + " was to be " + state);
        }
        return this;
    }

    /** {@return an assertion that shows everything} */
    public AssertionError failure(String what) {
        return failure.apply(what);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
