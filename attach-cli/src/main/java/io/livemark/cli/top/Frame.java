/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * One picture of the screen.
 *
 * @param height rows of the terminal
 * @param width columns of the terminal
 * @param isUtf8 whether it shows more than ASCII
 */
record Frame(int height, int width, boolean isUtf8) {

    /** The least that shows something of use: a title, a header, two markers, a word and the keys. */
    static final int LEAST_HEIGHT = 6;

    /** The least that has room for all columns but the history. */
    static final int LEAST_WIDTH = 60;

    private static final int AROUND = 4;
    private static final int STATE = 9;
    private static final int NUMBER = 8;
    private static final int LEAST_NAME = 22;
    private static final int LEAST_HISTORY = 10;
    private static final int GAPS = 5;

    /** {@return how many markers there is room for} */
    int page() {
        return Math.max(1, height - AROUND);
    }

    /**
     * Draws.
     *
     * @param title what is looked at
     * @param shown the markers to be seen, in order
     * @param all those that are not to be seen too
     * @param choice what the user has chosen
     * @param word what there is to say; empty for nothing
     * @return as many lines as the terminal has rows, none wider than it
     */
    List<AttributedString> draw(String title, List<Row> shown, List<Row> all, Choice choice, String word) {
        if (height < LEAST_HEIGHT || width < LEAST_WIDTH) {
            return tooSmall();
        }
        List<AttributedString> lines = new ArrayList<>();
        long armed =
                all.stream().filter(row -> !row.marker().probes().isEmpty()).count();
        String seen = shown.size() == all.size() ? "" : shown.size() + " of ";
        String right = seen + all.size() + (all.size() == 1 ? " marker, " : " markers, ") + armed + " armed, by "
                + choice.column().word();
        lines.add(line(ends("livemark top " + title, right), AttributedStyle.INVERSE));
        lines.add(line(cells("MARKER", "STATE", "HITS/S", "HITS", "TIME", "LAST " + history()), AttributedStyle.BOLD));
        int first = Math.max(0, choice.position() - page() + 1);
        for (int i = first; i < first + page(); i++) {
            boolean isSelected = i < shown.size() && i == choice.position();
            lines.add(line(i < shown.size() ? row(shown.get(i), isSelected) : "", style(isSelected)));
        }
        lines.add(line(word, AttributedStyle.BOLD));
        lines.add(line(keys(choice), AttributedStyle.INVERSE));
        return lines;
    }

    private List<AttributedString> tooSmall() {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(line("too small: " + width + "x" + height, AttributedStyle.BOLD));
        lines.add(line("at least " + LEAST_WIDTH + "x" + LEAST_HEIGHT, AttributedStyle.DEFAULT));
        lines.add(line("q quits", AttributedStyle.DEFAULT));
        return lines.subList(0, Math.min(lines.size(), Math.max(1, height)));
    }

    private String row(Row row, boolean isSelected) {
        return cells(
                (isSelected ? "> " : "  ") + row.name(),
                row.state(),
                Numbers.count(row.perSecond()),
                row.marker().hits() == 0 ? "0" : Numbers.count(row.marker().hits()),
                Numbers.share(row.handlerShare()),
                Sparkline.of(row.history(), history(), isUtf8));
    }

    private String keys(Choice choice) {
        if (choice.isTyping()) {
            return "filter: " + choice.filter() + "_   Enter keeps it, Esc drops it";
        }
        String arrows = isUtf8 ? "↑↓" : "Up/Down";
        // First, since the rest fills the usual eighty columns.
        String filtered = choice.filter().isEmpty() ? "" : "filter: " + choice.filter() + " (Esc drops it)   ";
        return filtered + arrows + " choose   Enter count it, or no more   s order   / filter   q quit";
    }

    /** {@return columns of the history; what there is to spare is shared with the names} */
    private int history() {
        return Math.max(0, Math.min(width - used() - LEAST_NAME, LEAST_HISTORY + (width - used() - LEAST_NAME) / 2));
    }

    private int used() {
        return STATE + 3 * NUMBER + GAPS;
    }

    private String cells(String name, String state, String rate, String hits, String time, String past) {
        int rest = width - used() - history();
        return left(name, rest) + " " + left(state, STATE) + " " + right(rate) + " " + right(hits) + " " + right(time)
                + " " + left(past, history());
    }

    private String left(String text, int columns) {
        if (columns <= 0) {
            return "";
        }
        int wide = columns(text);
        if (wide <= columns) {
            return text + " ".repeat(columns - wide);
        }
        String cut =
                new AttributedString(text).columnSubSequence(0, columns - 1).toString();
        return cut + " ".repeat(Math.max(0, columns - 1 - columns(cut))) + (isUtf8 ? "…" : "~");
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, NUMBER - text.length())) + text;
    }

    /** A text at each end of a line; the left one is cut where both do not fit. */
    private String ends(String one, String other) {
        return left(one, Math.max(1, width - other.length() - 1)) + " " + other;
    }

    private AttributedString line(String text, AttributedStyle style) {
        boolean fills = style.equals(AttributedStyle.INVERSE);
        String fitted = fills || columns(text) > width ? left(text, width) : text;
        return new AttributedStringBuilder().styled(style, asShown(fitted)).toAttributedString();
    }

    /** A terminal that shows ASCII alone gets nothing else, whatever a marker is called. */
    private String asShown(String text) {
        return isUtf8 ? text : text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static AttributedStyle style(boolean isSelected) {
        return isSelected ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT;
    }

    private static int columns(String text) {
        return new AttributedString(text).columnLength();
    }
}
