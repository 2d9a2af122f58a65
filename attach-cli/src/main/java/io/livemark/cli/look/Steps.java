/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

/**
 * The buckets of a linear histogram.
 *
 * @param from the least value
 * @param to the greatest, exclusive
 * @param width of each
 */
record Steps(double from, double to, double width) {

    /** How many buckets there may be. */
    static final int MOST = 1_000;

    /** {@code a,b,step}; null for null; a {@link NumberFormatException} for what is none. */
    static Steps of(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(",");
        if (parts.length != 3) {
            throw new NumberFormatException(text);
        }
        Steps steps =
                new Steps(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        // Written so that NaN is none either.
        if (!(steps.width > 0 && steps.to > steps.from && (steps.to - steps.from) / steps.width <= MOST)) {
            throw new NumberFormatException(text);
        }
        return steps;
    }

    int count() {
        return (int) Math.ceil((to - from) / width);
    }
}
