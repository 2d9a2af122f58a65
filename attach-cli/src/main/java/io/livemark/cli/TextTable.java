/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns as wide as their widest cell, up to a bound; lines of free text in between. */
public final class TextTable {

    private static final String GAP = "  ";

    /** Of one cell with thousands of characters not every row gets as many blanks. */
    private static final int MOST_PADDED = 100;

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    /**
     * Makes one without rows.
     *
     * @param titles of the columns
     */
    public TextTable(String... titles) {
        widths = new int[titles.length];
        row(titles);
    }

    /**
     * Adds a row.
     *
     * @param cells one a column
     */
    public void row(String... cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells[i].length());
        }
        rows.add(cells);
    }

    /** A line that belongs to the row before it and has no columns. */
    void line(String text) {
        rows.add(new String[] {text});
    }

    /**
     * Prints all of it and flushes.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append(row[i]);
                if (i < row.length - 1) {
                    text.append(" ".repeat(Math.max(0, Math.min(widths[i], MOST_PADDED) - row[i].length())));
                    text.append(GAP);
                }
            }
            text.append('\n');
        }
        out.print(Characters.areUtf8() ? text : Characters.plain(text.toString()));
        out.flush();
    }
}
