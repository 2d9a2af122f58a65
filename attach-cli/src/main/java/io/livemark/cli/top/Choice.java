/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the user has chosen to see: an order, a filter, a marker. Confined to one thread. */
final class Choice {

    private Column column = Column.RATE;
    private String filter = "";
    private boolean isTyping;
    private String selected = "";
    private int position;

    /** What a key asks for beyond a change of the view. */
    enum Wish {
        NOTHING,
        /** A counter on the selected marker, or none any more. */
        TOGGLE,
        END
    }

    Column column() {
        return column;
    }

    String filter() {
        return filter;
    }

    /** {@return whether keys are letters of the filter} */
    boolean isTyping() {
        return isTyping;
    }

    /** {@return the place of the selected marker among those that are shown} */
    int position() {
        return position;
    }

    /**
     * The markers that are to be seen, in order. The selected one stays selected wherever it moves.
     *
     * @param rows all
     * @return those that the filter lets through
     */
    List<Row> shown(List<Row> rows) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<Row> shown = rows.stream()
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(column.order())
                .collect(Collectors.toList());
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).name().equals(selected)) {
                position = i;
            }
        }
        position = Math.max(0, Math.min(position, shown.size() - 1));
        return shown;
    }

    /**
     * Takes a key.
     *
     * @param key which
     * @param shown what is seen
     * @param page how many rows a page has
     * @return what is to be done
     */
    Wish press(Key key, List<Row> shown, int page) {
        switch (key.kind()) {
            case UP:
                return select(position - 1, shown);
            case DOWN:
                return select(position + 1, shown);
            case PAGE_UP:
                return select(position - page, shown);
            case PAGE_DOWN:
                return select(position + page, shown);
            case FIRST:
                return select(0, shown);
            case LAST:
                return select(shown.size() - 1, shown);
            case ENTER:
                if (isTyping) {
                    isTyping = false;
                    return Wish.NOTHING;
                }
                return toggle(shown);
            case ESCAPE:
                isTyping = false;
                filter = "";
                return Wish.NOTHING;
            case BACKSPACE:
                if (isTyping && !filter.isEmpty()) {
                    filter = filter.substring(0, filter.offsetByCodePoints(filter.length(), -1));
                }
                return Wish.NOTHING;
            case CHARACTER:
                return isTyping ? type(key.character()) : command(key.character(), shown);
            case RESIZED:
                return Wish.NOTHING;
            default:
                return Wish.END;
        }
    }

    private Wish type(int character) {
        if (!Character.isISOControl(character)) {
            filter += Character.toString(character);
        }
        return Wish.NOTHING;
    }

    private Wish command(int character, List<Row> shown) {
        switch (character) {
            case 'q':
                return Wish.END;
            case 's':
                column = column.next();
                return Wish.NOTHING;
            case '/':
                isTyping = true;
                return Wish.NOTHING;
            case 'k':
                return select(position - 1, shown);
            case 'j':
                return select(position + 1, shown);
            case ' ':
                return toggle(shown);
            default:
                return Wish.NOTHING;
        }
    }

    private Wish toggle(List<Row> shown) {
        if (shown.isEmpty()) {
            return Wish.NOTHING;
        }
        // From here on it is this one, wherever its hits take it.
        select(position, shown);
        return Wish.TOGGLE;
    }

    private Wish select(int wanted, List<Row> shown) {
        position = Math.max(0, Math.min(wanted, shown.size() - 1));
        selected = shown.isEmpty() ? "" : shown.get(position).name();
        return Wish.NOTHING;
    }
}
