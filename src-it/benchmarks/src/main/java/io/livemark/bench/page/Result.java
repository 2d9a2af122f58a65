/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one suite said on one JDK. */
final class Result {

    /** More than what a suite before this one leaves behind, on two cores. */
    private static final double BUSY_LOAD = 3;

    private final Entry run;
    private final double took;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Result(Entry[] entries) {
        run = entries[0];
        double seconds = 0;
        for (Entry entry : entries) {
            if (entry.table() != null) {
                tables.put(entry.table(), new Table(entry));
            } else if (entry.row() != null) {
                tables.get(entry.sample() != null ? entry.sample() : entry.refused())
                        .add(entry);
            } else if (entry.took() != null) {
                seconds = entry.took();
            }
        }
        took = seconds;
    }

    static Result read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Result(new Gson().fromJson(reader, Entry[].class));
        }
    }

    String jdk() {
        return run.jdk();
    }

    /** {@return whether the machine had much else to do when this began: its numbers are then for nobody else to quote} */
    boolean isBusy() {
        return Double.parseDouble(run.load()) > BUSY_LOAD;
    }

    /** {@return that table, or null if the suite did not come to it} */
    Table table(String name) {
        return tables.get(name);
    }

    void print(StringBuilder page) {
        page.append("## ")
                .append(run.suite())
                .append(", JDK ")
                .append(run.jdk())
                .append("\n\n");
        page.append(String.join(", ", run.when() + " UTC", "commit " + run.commit(), run.machine(), run.runtime()));
        page.append(String.format(
                java.util.Locale.ROOT,
                ", load %s; took %.0f s.\n\n```\nsrc-it/benchmarks/run %s\n```\n\n",
                run.load(),
                took,
                run.suite()));
        tables.values().forEach(table -> table.print(page));
    }
}
