/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code livemark list} shows of one probe.
 *
 * @param there whether it is shown at all
 * @param deliveries how often its handlers were called
 * @param exceptions how many of these calls threw
 * @param suppressed how many hits came from inside a handler
 * @param text its row and what is told below that
 * @param said the whole list
 */
public record ProbeRow(boolean there, long deliveries, long exceptions, long suppressed, String text, Said said) {

    private static final Pattern SUPPRESSED = Pattern.compile("(\\d+) hits? from inside a handler suppressed");

    static ProbeRow of(String name, Said list) {
        List<String> lines = list.out().lines().toList();
        int title = 0;
        while (title < lines.size() && !lines.get(title).startsWith("PROBE ")) {
            title++;
        }
        for (int i = title + 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(name + " ")) {
                int end = i + 1;
                while (end < lines.size() && lines.get(end).startsWith(" ")) {
                    end++;
                }
                return of(lines.get(title), lines.subList(i, end), list);
            }
        }
        return new ProbeRow(false, 0, 0, 0, "", list);
    }

    private static ProbeRow of(String title, List<String> lines, Said list) {
        String text = String.join("\n", lines);
        Matcher suppressed = SUPPRESSED.matcher(text);
        return new ProbeRow(
                true,
                number(title, lines.get(0), "DELIVERIES"),
                number(title, lines.get(0), "EXCEPTIONS"),
                suppressed.find() ? Long.parseLong(suppressed.group(1)) : 0,
                text,
                list);
    }

    /** Columns begin below their titles. */
    private static long number(String title, String row, String column) {
        return Long.parseLong(row.substring(title.indexOf(column)).strip().split(" ")[0]);
    }

    /** {@return an assertion that shows everything} */
    public AssertionError failure(String what) {
        return said.failure(what);
    }
}
