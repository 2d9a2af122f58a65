/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JVM has no marker of the name that was asked for. */
final class NoSuchMarker extends Problem {

    private static final long serialVersionUID = 1;

    private final String pattern;
    private final String jvm;

    /**
     * @param pattern that was asked for
     * @param jvm that was asked
     * @param more behind that: the names that may have been meant, or how long it was waited for
     */
    NoSuchMarker(String pattern, String jvm, String more, String hint) {
        super("no marker in JVM " + jvm + " matches " + pattern + more, hint);
        this.pattern = pattern;
        this.jvm = jvm;
    }

    /** The same problems, where those of several JVMs of this kind are one. */
    static List<Problem> together(List<Problem> problems) {
        List<NoSuchMarker> missing = problems.stream()
                .filter(NoSuchMarker.class::isInstance)
                .map(NoSuchMarker.class::cast)
                .toList();
        if (missing.size() < 2) {
            return problems;
        }
        List<Problem> fewer = new ArrayList<>(problems);
        fewer.removeAll(missing);
        String patterns =
                missing.stream().map(one -> one.pattern).distinct().sorted().collect(Collectors.joining(", "));
        fewer.add(new Problem(
                "no marker in " + missing.size() + " JVMs matches " + patterns + ": "
                        + LeftOut.some(missing.stream().map(one -> one.jvm).toList()),
                "livemark list JVM   shows all of one; --wait waits for it"));
        return fewer;
    }
}
