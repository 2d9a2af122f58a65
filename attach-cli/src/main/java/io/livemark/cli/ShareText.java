/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads shares: {@code 1%}, {@code 0.5%}; {@code off} or {@code none} is 0. */
public final class ShareText implements ITypeConverter<Double> {

    private static final int LONGEST = 16;

    /** Makes a converter. */
    public ShareText() {}

    @Override
    public Double convert(String text) {
        if (text.equals("off") || text.equals("none")) {
            return 0.0;
        }
        int digits = text.length() - 1;
        if (digits > 0 && digits < LONGEST && text.charAt(digits) == '%' && isNumber(text, digits)) {
            double share = Double.parseDouble(text.substring(0, digits)) / 100;
            if (share > 0 && share <= 1) {
                return share;
            }
        }
        throw new TypeConversionException(
                "\"" + text + "\" is no share above 0% and up to 100%, like 5% or 0.5%, nor off");
    }

    /** Digits, with a point between some of them; all else that Java takes for a number is a slip of the pen here. */
    private static boolean isNumber(String text, int length) {
        int points = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && (c != '.' || i == 0 || i == length - 1)) {
                return false;
            }
        }
        return points < 2;
    }
}
