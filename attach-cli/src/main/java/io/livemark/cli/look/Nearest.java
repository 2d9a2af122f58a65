/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names that somebody may have meant who has written another. */
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** Those that differ by a few characters, or have one in the other; the nearest first. */
    static List<String> to(String written, List<String> names) {
        String wanted = written.replace("*", "");
        List<String> near = new ArrayList<>();
        for (String name : names) {
            boolean within = wanted.length() > 2 && (name.contains(wanted) || wanted.contains(name));
            if (within || distance(wanted, name) <= Math.max(2, wanted.length() / 3)) {
                near.add(name);
            }
        }
        near.sort(
                Comparator.comparingInt((String name) -> distance(wanted, name)).thenComparing(name -> name));
        return near.subList(0, Math.min(MOST, near.size()));
    }

    /** How many characters must be put in, taken out or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[other.length()];
    }
}
