/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Histograms by name. In a terminal they are drawn again and again, elsewhere at the end, or as often as the user says. */
final class HistView implements View {

    private final HistText text;
    private final boolean isJson;
    private final boolean isRepeated;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private final Map<CountTable.Name, Histogram> all = new LinkedHashMap<>();
    private final Unmatched unmatched = new Unmatched();
    private long other;

    HistView(HistText text, boolean isJson, boolean isRepeated, PrintWriter out, PrintWriter err) {
        this.text = text;
        this.isJson = isJson;
        this.isRepeated = isRepeated;
        this.out = out;
        this.err = err;
        this.screen = isJson ? null : Screen.ofThisTerminal(out);
    }

    @Override
    public Feed feed(String jvm, long pid, List<LookMarker> markers, Control control) {
        return new HistFeed(jvm, markers, this, control);
    }

    /** Everything of a feed that changes what is shown. */
    synchronized void change(Runnable change) {
        change.run();
    }

    /** Within {@link #change}. */
    Histogram histogram(CountTable.Name name) {
        return all.computeIfAbsent(name, unused -> new Histogram());
    }

    /** Within {@link #change}. */
    void other(long more) {
        other += more;
    }

    /** Within {@link #change}. */
    Unmatched unmatched() {
        return unmatched;
    }

    @Override
    public synchronized void refresh() {
        if (screen != null) {
            screen.show(lines(screen.columns()));
        } else if (isRepeated) {
            print("histogram");
        }
    }

    @Override
    public synchronized void end() {
        if (screen != null) {
            screen.clear();
        }
        print("total");
        if (other > 0) {
            err.println(Count.of(other, "value") + " had other keys than those shown, of which there were too many");
        }
    }

    private void print(String what) {
        if (isJson) {
            all.forEach((name, histogram) -> out.print(text.json(what, name, histogram) + "\n"));
            unmatched.json(what, text.isSeveral()).forEach(line -> out.print(line + "\n"));
        } else {
            lines(screen == null ? Screen.UNBOUNDED : screen.columns()).forEach(line -> out.print(line + "\n"));
        }
        out.flush();
    }

    private List<String> lines(int columns) {
        List<String> lines = new ArrayList<>();
        all.forEach((name, histogram) -> {
            if (histogram.count() + histogram.noNumbers() > 0 || all.size() == 1) {
                lines.addAll(text.lines(name, histogram, columns));
            }
        });
        if (lines.isEmpty()) {
            lines.add(HistDrawing.NO_VALUES);
        }
        unmatched.lines().forEach(line -> lines.addAll(Screen.wrapped(line, columns)));
        return lines;
    }
}
