/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.Json;
import io.livemark.cli.TextTable;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts for people, as a table in a terminal and as lines elsewhere, and for programs. */
final class CountView implements View {

    /** Hits and their rate are what is asked for: where there is no room, keys are shortened. */
    private static final int KEPT = 2;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final CountTable table;
    private final boolean isJson;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private long start;

    CountView(CountTable table, boolean isJson, PrintWriter out, PrintWriter err) {
        this.table = table;
        this.isJson = isJson;
        this.out = out;
        this.err = err;
        this.screen = isJson ? null : Screen.ofThisTerminal(out);
    }

    @Override
    public synchronized Feed feed(String jvm, long pid, List<LookMarker> markers, Control control) {
        start = start == 0 ? System.nanoTime() : start;
        return new CountFeed(jvm, markers, table, control);
    }

    @Override
    public void refresh() {
        if (screen != null) {
            List<Map.Entry<CountTable.Name, CountTable.Hits>> rows = table.rows();
            if (!rows.isEmpty()) {
                // Not before: what is told of the begin would come in between.
                screen.show(table(rows), KEPT);
            }
            return;
        }
        String time = time(LocalTime.now());
        for (Map.Entry<CountTable.Name, CountTable.Hits> row : table.changed()) {
            out.print(isJson ? json("count", row) : line(time, row));
        }
        out.flush();
    }

    @Override
    public void end() {
        double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
        List<Map.Entry<CountTable.Name, CountTable.Hits>> rows = table.rows();
        rows.forEach(row -> row.getValue()
                .rate(row.getValue().total() / seconds - row.getValue().rate()));
        if (isJson) {
            rows.forEach(row -> out.print(json("total", row)));
            out.flush();
        } else {
            TextTable shown = table(rows);
            if (screen != null) {
                screen.clear();
                shown.fit(screen.columns(), KEPT);
            }
            shown.print(out);
            out.println("in all " + Count.of(table.total(), "hit") + " in " + decimal(seconds) + " s");
        }
        if (table.other() > 0) {
            err.println(Count.of(table.other(), "hit")
                    + " had other values than those shown, of which there were too many");
        }
    }

    private TextTable table(List<Map.Entry<CountTable.Name, CountTable.Hits>> rows) {
        List<String> titles = new ArrayList<>();
        if (table.isSeveral()) {
            titles.add("JVM");
        }
        titles.add("MARKER");
        table.keys().forEach(key -> titles.add(key.text()));
        titles.addAll(List.of("HITS", "PER SECOND"));
        TextTable shown = new TextTable(titles.toArray(new String[0]));
        rows.forEach(row -> {
            List<String> cells = new ArrayList<>();
            if (table.isSeveral()) {
                cells.add(row.getKey().jvm());
            }
            cells.add(row.getKey().marker());
            row.getKey().keys().forEach(key -> cells.add(key.shown()));
            cells.add(Long.toString(row.getValue().total()));
            cells.add(decimal(row.getValue().rate()));
            shown.row(cells.toArray(new String[0]));
        });
        return shown;
    }

    private String line(String time, Map.Entry<CountTable.Name, CountTable.Hits> row) {
        StringBuilder line = new StringBuilder(time).append(' ');
        if (table.isSeveral()) {
            line.append(row.getKey().jvm()).append(' ');
        }
        line.append(row.getKey().marker());
        for (int i = 0; i < row.getKey().keys().size(); i++) {
            line.append(' ').append(table.keys().get(i).text()).append('=');
            line.append(row.getKey().keys().get(i).shown());
        }
        return line.append(' ')
                        .append(row.getValue().total())
                        .append(' ')
                        .append(decimal(row.getValue().rate())) + "/s\n";
    }

    private String json(String what, Map.Entry<CountTable.Name, CountTable.Hits> row) {
        Json json = new Json().object().name("what").value(what);
        if (table.isSeveral()) {
            json.name("jvm").value(row.getKey().jvm());
        }
        json.name("marker").value(row.getKey().marker()).name("by").object();
        for (int i = 0; i < row.getKey().keys().size(); i++) {
            json.name(table.keys().get(i).text());
            row.getKey().keys().get(i).json(json);
        }
        json.end('}').name("hits").value(row.getValue().total());
        return json.name("perSecond").literal(decimal(row.getValue().rate())).end('}') + "\n";
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
