/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The samples of one measurement, row by row, in the order in which they came. */
final class Table {

    private final Entry head;
    private final List<Column> columns;
    private final Map<List<String>, List<List<Double>>> samples = new LinkedHashMap<>();
    private final Map<List<String>, String> reasons = new LinkedHashMap<>();

    Table(Entry head) {
        this.head = head;
        this.columns = head.columns().stream().map(Column::of).toList();
    }

    void add(Entry entry) {
        List<List<Double>> row = samples.computeIfAbsent(entry.row(), key -> new ArrayList<>());
        if (entry.reason() == null) {
            row.add(entry.values());
        } else {
            reasons.put(entry.row(), entry.reason());
        }
    }

    /** {@return the median of a column in a row, if that was measured} */
    OptionalDouble median(List<String> row, String column) {
        List<Double> values = values(row, column);
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Column.median(values));
    }

    String format(String column, double value) {
        return column(column).number(value);
    }

    void print(StringBuilder page) {
        page.append("### ")
                .append(head.title())
                .append("\n\n")
                .append(head.text())
                .append("\n\n");
        page.append("```\n").append(head.command()).append("\n```\n\n");
        line(page, head.keys(), columns.stream().map(Column::name).toList());
        line(page, Collections.nCopies(head.keys().size() + columns.size(), "---"), List.of());
        samples.forEach((row, values) -> {
            List<String> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(column.cell(values(row, column.name())));
            }
            if (values.isEmpty()) {
                cells.set(0, reasons.get(row));
            }
            line(page, row, cells);
        });
        page.append('\n');
    }

    private static void line(StringBuilder page, List<String> keys, List<String> cells) {
        page.append("| ").append(String.join(" | ", keys));
        cells.forEach(cell -> page.append(" | ").append(cell));
        page.append(" |\n");
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + head.title()));
    }

    private List<Double> values(List<String> row, String name) {
        int index = columns.indexOf(column(name));
        return samples.getOrDefault(row, List.of()).stream()
                .filter(values -> values.size() > index && values.get(index) != null)
                .map(values -> values.get(index))
                .toList();
    }
}
