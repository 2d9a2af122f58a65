/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import java.util.List;

/** A row of bars, one for each look. */
final class Sparkline {

    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*#@";

    private Sparkline() {}

    /**
     * Draws.
     *
     * @param history the newest last; NaN where nothing is known
     * @param width how many characters; older ones are left out
     * @param isUtf8 whether the terminal shows bars
     * @return as many characters; nothing known is a blank, no hit the lowest bar, the highest is that of the greatest
     */
    static String of(List<Double> history, int width, boolean isUtf8) {
        String bars = isUtf8 ? BARS : ASCII;
        List<Double> seen = history.subList(Math.max(0, history.size() - width), history.size());
        double most = 0;
        for (double rate : seen) {
            most = Double.isNaN(rate) ? most : Math.max(most, rate);
        }
        StringBuilder line = new StringBuilder(" ".repeat(width - seen.size()));
        for (double rate : seen) {
            int height =
                    Double.isNaN(rate) ? 0 : most == 0 ? 1 : 1 + (int) Math.round(rate / most * (bars.length() - 2));
            line.append(bars.charAt(height));
        }
        return line.toString();
    }
}
