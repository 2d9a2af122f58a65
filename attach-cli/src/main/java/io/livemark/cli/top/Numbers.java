/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import java.util.Locale;

/** Numbers and times that fit into a column. */
final class Numbers {

    private static final double THOUSAND = 1000;
    private static final String UNITS = " kMGTP";
    private static final double TEN = 10;
    private static final double HUNDRED = 100;

    private Numbers() {}

    /** {@return at most six characters: 7, 999, 12.3k, 4.56M; a dash where it is not known} */
    static String count(double number) {
        if (Double.isNaN(number)) {
            return "-";
        }
        if (number < THOUSAND) {
            boolean isWhole = number == Math.rint(number) || number >= TEN;
            return String.format(Locale.ROOT, isWhole ? "%.0f" : "%.1f", number);
        }
        double rest = number;
        int unit = 0;
        while (rest >= THOUSAND && unit < UNITS.length() - 1) {
            rest /= THOUSAND;
            unit++;
        }
        String digits = rest < TEN ? "%.2f" : rest < HUNDRED ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, rest) + UNITS.charAt(unit);
    }

    /** {@return a share of one CPU's time as it passes: 0.03%, 1.2%, 140%; a dash where it is not known} */
    static String share(double share) {
        if (Double.isNaN(share)) {
            return "-";
        }
        double percent = share * HUNDRED;
        return String.format(Locale.ROOT, percent >= TEN ? "%.0f%%" : percent >= 1 ? "%.1f%%" : "%.2f%%", percent);
    }
}
