/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.look.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows and counts of one JVM. */
final class CountFeed implements Feed {

    private static final double SECOND = 1e9;

    private final String jvm;
    private final List<LookMarker> markers;
    private final CountTable table;
    private final Common common;
    private final Control control;
    private final Map<Integer, Sent> sources = new HashMap<>();

    /** What one source has said of one row. */
    private static final class Row {
        private final CountTable.Hits hits;
        private long count;
        private long before;
        private double rate;

        Row(CountTable.Hits hits) {
            this.hits = hits;
        }
    }

    /** What one source has said. */
    private static final class Sent {
        private final Map<Integer, Row> rows = new HashMap<>();
        private long other;
        private long snapshotNanos;
    }

    CountFeed(String jvm, List<LookMarker> markers, CountTable table, Control control) {
        this.jvm = jvm;
        this.markers = markers;
        this.table = table;
        this.control = control;
        this.common = new Common(control);
    }

    @Override
    public void data(int source, Records records) {
        Sent sent = sources.computeIfAbsent(source, unused -> new Sent());
        while (records.hasMore()) {
            byte tag = records.tag();
            if (!common.takes(tag, source, records)) {
                take(tag, sent, records);
            }
        }
    }

    private void take(byte tag, Sent sent, Records records) {
        switch (tag) {
            case Tag.ROW:
                sent.rows.put((int) records.number(), new Row(table.hits(name(jvm, markers, records))));
                break;
            case Tag.COUNT:
                count(sent.rows.get((int) records.number()), records.number());
                break;
            case Tag.OTHER:
                long other = records.number();
                table.addOther(other - sent.other);
                sent.other = other;
                break;
            case Tag.SNAPSHOT:
                snapshot(sent, records.eight());
                break;
            default:
                throw new IndexOutOfBoundsException("no record begins with " + tag);
        }
    }

    static CountTable.Name name(String jvm, List<LookMarker> markers, Records records) {
        String marker = markers.get((int) records.number()).name();
        List<Value> keys = new ArrayList<>();
        for (long left = records.number(); left > 0; left--) {
            keys.add(records.value());
        }
        return new CountTable.Name(jvm, marker, keys);
    }

    private void count(Row row, long count) {
        table.add(row.hits, count - row.count, 0);
        row.count = count;
    }

    /** What came between two snapshots, over the time between them, is the rate. */
    private void snapshot(Sent sent, long nanos) {
        double seconds = sent.snapshotNanos == 0 ? 0 : (nanos - sent.snapshotNanos) / SECOND;
        for (Row row : sent.rows.values()) {
            double rate = seconds == 0 ? 0 : (row.count - row.before) / seconds;
            table.add(row.hits, 0, rate - row.rate);
            row.rate = rate;
            row.before = row.count;
        }
        sent.snapshotNanos = nanos;
        control.changed();
    }
}
