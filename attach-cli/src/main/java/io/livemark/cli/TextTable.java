/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns as wide as their widest cell, up to a bound; lines of free text in between. */
public final class TextTable {

    private static final String GAP = "  ";

    /** Of one cell with thousands of characters not every row gets as many blanks. */
    private static final int MOST_PADDED = 100;

    private static final int NARROWEST = 4;

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    /** So many columns of the first are cut where they are wider. */
    private int fitted;

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
     * Shortens cells so that a row has room in a terminal: those of the widest columns first, none to less than four characters. Once all rows are there.
     *
     * @param columns of the terminal
     * @param kept so many columns at the end stay whole
     */
    public void fit(int columns, int kept) {
        fitted = Math.max(0, widths.length - kept);
        int over = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - columns;
        for (; over > 0; over--) {
            int widest = 0;
            for (int i = 1; i < fitted; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widest >= fitted || widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }

    private String cut(String cell, int width) {
        if (cell.length() <= width) {
            return cell;
        }
        String end = Characters.areUtf8() ? "…" : "...";
        int length = width - end.length();
        return cell.substring(0, Character.isHighSurrogate(cell.charAt(length - 1)) ? length - 1 : length) + end;
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
                String cell = i < fitted && row.length == widths.length ? cut(row[i], widths[i]) : row[i];
                text.append(cell);
                if (i < row.length - 1) {
                    text.append(" ".repeat(Math.max(0, Math.min(widths[i], MOST_PADDED) - cell.length())));
                    text.append(GAP);
                }
            }
            text.append('\n');
        }
        out.print(Characters.areUtf8() ? text : Characters.plain(text.toString()));
        out.flush();
    }
}
