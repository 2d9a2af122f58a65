/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

    private static final double THOUSAND = 1e3;
    private static final String UNITS = "KMGTPE";

    private Numbers() {}

    /** Without an exponent where there is no need for one. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e18) {
            return Long.toString((long) value);
        }
        return Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3
                ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "");
    }

    /** With three significant digits. */
    static String three(double value) {
        double size = Math.abs(value);
        if (size > 0 && size < 1e-3) {
            return plain(value);
        }
        int decimals = size == 0 ? 0 : 2 - (int) Math.floor(Math.log10(size));
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A power of two: 1K is 1024. */
    static String power(double power) {
        double value = power;
        int unit = -1;
        for (; value >= 1_024 && unit < UNITS.length() - 1; unit++) {
            value /= 1_024;
        }
        return plain(value) + (unit < 0 ? "" : UNITS.charAt(unit));
    }

    /** A time, in the unit that suits it. */
    static String nanos(double nanos) {
        if (nanos < THOUSAND) {
            return plain(Math.rint(nanos)) + " ns";
        }
        String[] units = {"us", "ms", "s"};
        double value = nanos / THOUSAND;
        int unit = 0;
        for (; value >= THOUSAND - 0.5 && unit < units.length - 1; unit++) {
            value /= THOUSAND;
        }
        String format = value < 10 ? "%.2f %s" : value < 100 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, format, value, units[unit]);
    }
}
