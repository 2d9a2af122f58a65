/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stays woven when the agent goes, for the one who told it to go: few lines, however many classes. */
final class Remains {

    private static final int MOST_NAMES = 5;

    private final Map<String, List<String>> namesByReason = new LinkedHashMap<>();

    /** Notes a class, for the reader and for an agent that comes again. */
    void add(Class<?> type, String reason) {
        LivemarkClasses.staysWoven(type);
        namesByReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(type.getName());
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        namesByReason.forEach((reason, names) -> {
            int more = names.size() - MOST_NAMES;
            sentences.add(String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                    + (more > 0 ? " and " + more + " more" : "")
                    + (names.size() == 1 ? " stays" : " stay")
                    + " woven, idle: " + reason);
        });
        return sentences;
    }
}
