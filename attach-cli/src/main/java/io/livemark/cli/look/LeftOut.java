/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which markers a look leaves out, and why: those with the same fault together. */
final class LeftOut {

    private static final int NAMED = 5;

    private LeftOut() {}

    static List<String> sentences(Map<LookMarker, String> faults) {
        Map<String, List<String>> byFault = new LinkedHashMap<>();
        faults.forEach((marker, fault) ->
                byFault.computeIfAbsent(fault, unused -> new ArrayList<>()).add(marker.signature()));
        List<String> sentences = new ArrayList<>();
        byFault.forEach((fault, names) -> sentences.add("left out: " + some(names) + ": " + fault));
        return sentences;
    }

    /** Some of many names. */
    static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}
