/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal shows after it was sent a text: as much of an xterm as a full screen asks of it. A sequence that it does not
 * know is a failure, since all that comes after it would be somewhere else.
 */
final class Picture {

    private static final Pattern SEQUENCE = Pattern.compile("\033(?:\\[([?>]?)([0-9;]*)([@-~])|[()][0-9A-Z]|[=>78])");

    /** A sequence that has begun and not ended yet. */
    private static final Pattern BEGUN = Pattern.compile("\033(?:\\[[?>]?[0-9;]*|[()])?");

    private static final String OTHER_PAGE = "\033[?1049h";

    private char[][] cells;
    private int columns;
    private int row;
    private int column;

    Picture(int rows, int columns) {
        this.cells = new char[rows][columns];
        this.columns = columns;
        blank(0, rows);
    }

    /** {@return its lines, without the blanks at their ends} */
    List<String> lines() {
        return Arrays.stream(cells)
                .map(line -> new String(line).stripTrailing())
                .toList();
    }

    /** Has this many rows from now on: the last go, but not the one with the cursor, above which the first go. */
    void resize(int rows, int columns) {
        char[][] before = cells;
        int first = Math.max(0, row - rows + 1);
        cells = new char[rows][columns];
        this.columns = columns;
        blank(0, rows);
        for (int i = 0; i < rows && first + i < before.length; i++) {
            System.arraycopy(before[first + i], 0, cells[i], 0, Math.min(columns, before[first + i].length));
        }
        row -= first;
        column = Math.min(column, columns - 1);
    }

    /** Is sent this. */
    void take(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '\033') {
                put(text.charAt(at++));
            } else if (sequence.find(at) && sequence.start() == at) {
                if (sequence.group().equals(OTHER_PAGE)) {
                    // The cursor stays where it was.
                    blank(0, cells.length);
                } else if (sequence.group(3) != null && sequence.group(1).isEmpty()) {
                    obey(sequence.group(3).charAt(0), sequence.group(2));
                }
                at = sequence.end();
            } else if (BEGUN.matcher(text.substring(at)).matches()) {
                return;
            } else {
                throw unknown(text.substring(at, Math.min(text.length(), at + 10)));
            }
        }
    }

    private void put(char character) {
        switch (character) {
            case '\r' -> column = 0;
            case '\n' -> nextLine();
            case '\b' -> column = Math.max(0, column - 1);
            default -> {
                // After the last column the cursor waits for the next character before it goes to the next line.
                if (column == columns) {
                    column = 0;
                    nextLine();
                }
                cells[row][column++] = character;
            }
        }
    }

    private void nextLine() {
        if (row < cells.length - 1) {
            row++;
        } else {
            scroll(0, -1);
        }
    }

    private void obey(char letter, String numbers) {
        List<Integer> given = new ArrayList<>();
        for (String number : numbers.split(";")) {
            given.add(number.isEmpty() ? 0 : Integer.parseInt(number));
        }
        int first = given.get(0);
        int count = Math.max(1, first);
        switch (letter) {
            case 'A' -> row = Math.max(0, row - count);
            case 'B' -> row = Math.min(cells.length - 1, row + count);
            case 'C' -> column = Math.min(columns - 1, column + count);
            case 'D' -> column = Math.max(0, column - count);
            case 'G' -> column = Math.min(columns, count) - 1;
            case 'd' -> row = Math.min(cells.length, count) - 1;
            case 'H' -> {
                row = Math.min(cells.length, count) - 1;
                column = Math.min(columns, given.size() < 2 ? 1 : Math.max(1, given.get(1))) - 1;
            }
            case 'J' -> erase(first);
            case 'K' -> eraseInLine(first);
            case 'X' -> Arrays.fill(cells[row], column, Math.min(columns, column + count), ' ');
            case '@' -> shift(Math.min(count, columns - column));
            case 'P' -> shift(-Math.min(count, columns - column));
            case 'L' -> scroll(row, Math.min(count, cells.length - row));
            case 'M' -> scroll(row, -Math.min(count, cells.length - row));
            case 'm', 'h', 'l', 't' -> {}
            default -> throw unknown("[" + numbers + letter);
        }
    }

    private void erase(int what) {
        if (what == 0) {
            eraseInLine(0);
            blank(row + 1, cells.length);
        } else if (what == 1) {
            eraseInLine(1);
            blank(0, row);
        } else {
            blank(0, cells.length);
        }
    }

    private void eraseInLine(int what) {
        Arrays.fill(
                cells[row],
                what == 0 ? Math.min(column, columns) : 0,
                what == 1 ? Math.min(column + 1, columns) : columns,
                ' ');
    }

    /** Moves the rest of the line, to the right where the number is positive. */
    private void shift(int by) {
        char[] line = cells[row];
        int rest = columns - column - Math.abs(by);
        System.arraycopy(line, column - Math.min(0, by), line, column + Math.max(0, by), rest);
        int hole = by > 0 ? column : column + rest;
        Arrays.fill(line, hole, hole + Math.abs(by), ' ');
    }

    /** Moves this line and those below it, down where the number is positive. */
    private void scroll(int row, int by) {
        List<char[]> below = new ArrayList<>(Arrays.asList(cells).subList(row, cells.length));
        for (int i = 0; i < Math.abs(by); i++) {
            char[] blank = below.remove(by > 0 ? below.size() - 1 : 0);
            Arrays.fill(blank, ' ');
            below.add(by > 0 ? 0 : below.size(), blank);
        }
        for (int i = 0; i < below.size(); i++) {
            cells[row + i] = below.get(i);
        }
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            Arrays.fill(cells[i], ' ');
        }
    }

    private static AssertionError unknown(String sequence) {
        return new AssertionError("not known to this terminal: " + sequence.replace("\033", "ESC"));
    }
}
