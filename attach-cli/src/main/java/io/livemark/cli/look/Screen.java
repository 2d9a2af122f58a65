/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The place in a terminal where a table is drawn again and again. Never wider nor higher than the terminal. */
final class Screen {

    /** The columns of what is no terminal. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final int ROWS = 24;
    private static final int COLUMNS = 80;

    /** From the begin of the line: a terminal shows Ctrl-C there. */
    private static final String UP_AND_CLEAR = "\r\033[%dA\033[J";

    private final PrintWriter out;
    private final Path terminal;
    private int rows;
    private int columns;
    private int drawn;

    private Screen(PrintWriter out, Path terminal, int rows, int columns) {
        this.out = out;
        this.terminal = terminal;
        this.rows = rows;
        this.columns = columns;
    }

    /** One whose size stays as it is. */
    Screen(PrintWriter out, int rows, int columns) {
        this(out, null, rows, columns);
    }

    /** The terminal that standard output goes to; null where that is none. */
    static Screen ofThisTerminal(PrintWriter out) {
        try {
            Path to = Files.readSymbolicLink(Path.of("/proc/self/fd/1"));
            boolean isTerminal = to.startsWith("/dev/pts") || to.toString().startsWith("/dev/tty");
            if (!isTerminal || "dumb".equals(System.getenv("TERM"))) {
                return null;
            }
            return new Screen(out, to, ROWS, COLUMNS);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** A line of several parts, continued in the next behind a comma where it is too wide; a part that is too wide alone stays so. */
    static List<String> wrapped(String line, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (String part : line.split("(?<=,) ")) {
            if (now.length() > 0 && now.length() + 1 + part.length() > columns) {
                lines.add(now.toString());
                now.setLength(0);
            }
            now.append(now.length() > 0 ? " " : "").append(part);
        }
        lines.add(now.toString());
        return lines;
    }

    /** How wide it is now: the user may have changed that. */
    int columns() {
        measure();
        return columns;
    }

    /**
     * Shows a table.
     *
     * @param kept so many columns at its end are shown whole
     */
    void show(TextTable table, int kept) {
        table.fit(columns(), kept);
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text));
        draw(List.of(text.toString().split("\n")));
    }

    void show(List<String> lines) {
        measure();
        draw(lines);
    }

    private void draw(List<String> lines) {
        clear();
        int most = Math.min(lines.size(), rows - 1);
        for (int i = 0; i < most; i++) {
            boolean isCut = i == most - 1 && most < lines.size();
            String line = isCut ? "(" + (lines.size() - most + 1) + " more)" : lines.get(i);
            out.print(line.length() > columns ? line.substring(0, columns) : line);
            out.print('\n');
        }
        drawn = most;
        out.flush();
    }

    void clear() {
        if (drawn > 0) {
            out.print(String.format(UP_AND_CLEAR, drawn));
            drawn = 0;
        }
    }

    /** Asks stty, which takes some milliseconds; what was known stays where it does not tell. */
    private void measure() {
        if (terminal == null) {
            return;
        }
        try {
            Process stty = new ProcessBuilder("stty", "-F", terminal.toString(), "size").start();
            String[] said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .trim()
                    .split(" ");
            if (said.length == 2 && !said[0].equals("0") && !said[1].equals("0")) {
                rows = Integer.parseInt(said[0]);
                columns = Integer.parseInt(said[1]);
            }
        } catch (IOException | NumberFormatException e) {
            // There is none, or it is another.
            return;
        }
    }
}
