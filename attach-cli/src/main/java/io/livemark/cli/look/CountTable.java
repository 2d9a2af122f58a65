/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted so far in all JVMs: hits under a name. Guarded by its monitor. */
final class CountTable {

    private final Map<Name, Hits> all = new LinkedHashMap<>();
    private final List<Expression> keys;
    private final boolean isSeveral;
    private long other;

    /**
     * What is counted under one name.
     *
     * @param jvm where; empty where there is only one
     * @param marker the marker
     * @param keys the values
     */
    record Name(String jvm, String marker, List<Value> keys) {}

    /** Hits under one name: the sum over what each source says. */
    static final class Hits {
        private long total;
        private long shown;
        private double rate;

        long total() {
            return total;
        }

        double rate() {
            return rate;
        }

        void add(long more) {
            total += more;
        }

        void rate(double change) {
            rate += change;
        }
    }

    /**
     * @param keys of each row
     * @param isSeveral whether there are several JVMs
     */
    CountTable(List<Expression> keys, boolean isSeveral) {
        this.keys = keys;
        this.isSeveral = isSeveral;
    }

    boolean isSeveral() {
        return isSeveral;
    }

    List<Expression> keys() {
        return keys;
    }

    synchronized Hits hits(Name name) {
        return all.computeIfAbsent(name, unused -> new Hits());
    }

    synchronized void add(Hits hits, long more, double rate) {
        hits.total += more;
        hits.rate += rate;
    }

    synchronized void addOther(long more) {
        other += more;
    }

    synchronized long other() {
        return other;
    }

    synchronized long total() {
        return other + all.values().stream().mapToLong(Hits::total).sum();
    }

    /** All rows, those with most hits first; a row at the same place while nothing overtakes it. */
    synchronized List<Map.Entry<Name, Hits>> rows() {
        List<Map.Entry<Name, Hits>> rows = new ArrayList<>(all.entrySet());
        rows.sort(Comparator.comparingLong((Map.Entry<Name, Hits> row) -> -row.getValue().total));
        return rows;
    }

    /** The rows that have changed since this was last asked. */
    synchronized List<Map.Entry<Name, Hits>> changed() {
        List<Map.Entry<Name, Hits>> rows = rows();
        rows.removeIf(row -> row.getValue().total == row.getValue().shown);
        rows.forEach(row -> row.getValue().shown = row.getValue().total);
        return rows;
    }
}
