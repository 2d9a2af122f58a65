/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.look.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the histograms of one JVM. */
final class HistFeed implements Feed {

    private final String jvm;
    private final List<LookMarker> markers;
    private final HistView view;
    private final Control control;
    private final Common common;
    private final Map<Integer, Sent> sources = new HashMap<>();

    /** What one source has said of one row. */
    private static final class Row {
        private final CountTable.Name name;
        private final Map<Integer, Long> buckets = new HashMap<>();
        private final Map<Integer, Long> steps = new HashMap<>();
        private long noNumbers;

        Row(CountTable.Name name) {
            this.name = name;
        }
    }

    /** What one source has said. */
    private static final class Sent {
        private final Map<Integer, Row> rows = new HashMap<>();
        private long other;
    }

    HistFeed(String jvm, List<LookMarker> markers, HistView view, Control control) {
        this.jvm = jvm;
        this.markers = markers;
        this.view = view;
        this.control = control;
        this.common = new Common(control);
    }

    @Override
    public void data(int source, Records records) {
        Sent sent = sources.computeIfAbsent(source, unused -> new Sent());
        view.change(() -> {
            while (records.hasMore()) {
                byte tag = records.tag();
                if (!common.takes(tag, source, records)) {
                    take(tag, source, sent, records);
                }
            }
        });
    }

    private void take(byte tag, int source, Sent sent, Records records) {
        switch (tag) {
            case Tag.ROW:
                sent.rows.put((int) records.number(), new Row(CountFeed.name(jvm, markers, records)));
                break;
            case Tag.COUNT:
                // The buckets say it all.
                records.number();
                records.number();
                break;
            case Tag.HISTOGRAM:
                histogram(sent.rows.get((int) records.number()), records);
                break;
            case Tag.LINEAR:
                steps(sent.rows.get((int) records.number()), records);
                break;
            case Tag.NO_NUMBER:
                noNumbers(sent.rows.get((int) records.number()), records.number());
                break;
            case Tag.UNMATCHED:
                view.unmatched()
                        .put(jvm, source, records.number(), records.number(), records.number(), records.number());
                break;
            case Tag.OTHER:
                long other = records.number();
                view.other(other - sent.other);
                sent.other = other;
                break;
            case Tag.SNAPSHOT:
                records.eight();
                control.changed();
                break;
            default:
                throw new IndexOutOfBoundsException("no record begins with " + tag);
        }
    }

    private void histogram(Row row, Records records) {
        Histogram histogram = view.histogram(row.name);
        boolean isWhole = records.number() != 0;
        long least = records.eight();
        long greatest = records.eight();
        if (isWhole) {
            histogram.seenWhole(least, greatest);
        } else {
            histogram.seen(Double.longBitsToDouble(least), Double.longBitsToDouble(greatest));
        }
        for (long left = records.number(); left > 0; left--) {
            int bucket = (int) records.number();
            histogram.add(bucket, more(row.buckets, bucket, records.number()));
        }
    }

    private void steps(Row row, Records records) {
        Histogram histogram = view.histogram(row.name);
        for (long left = records.number(); left > 0; left--) {
            int step = (int) records.number();
            histogram.addStep(step, more(row.steps, step, records.number()));
        }
    }

    private void noNumbers(Row row, long count) {
        view.histogram(row.name).addNoNumbers(count - row.noNumbers);
        row.noNumbers = count;
    }

    private static long more(Map<Integer, Long> known, int bucket, long count) {
        Long before = known.put(bucket, count);
        return count - (before == null ? 0 : before);
    }
}
