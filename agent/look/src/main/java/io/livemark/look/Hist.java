/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;

/** {@code livemark hist} and {@code livemark latency}: histograms of numbers, by keys. A hit of a known key allocates nothing. */
public class Hist extends Look {

    /** Eight megabytes of counts; who finds no room there any more counts in the rows. */
    private static final long MOST_COUNTS = 1 << 20;

    private final Rows rows;
    private final Parts parts = new Parts(MOST_COUNTS);
    private final Snapshots snapshots;

    /**
     * Makes one without a number.
     *
     * @param context of the probe
     * @param markers how many markers there are
     * @param keys how many keys a row has
     */
    public Hist(ProbeContext context, int markers, int keys) {
        super(context);
        double[] linear = settings.linear();
        rows = new Rows(
                markers,
                settings.keys(),
                (number, marker, parent, bits, object) -> new HistRow(number, marker, parent, bits, object, linear));
        snapshots = new Snapshots(rows, keys, settings.everyNanos(), new Snapshots.Teller() {
            @Override
            public boolean tells(Row row, int keys) {
                return row.depth == keys && hasValues(row.marker);
            }

            @Override
            public long sum(Row row) {
                return row.sum() + ((HistRow) row).noNumbers();
            }

            @Override
            public boolean more(int number, Row row, Out to) {
                return ((HistRow) row).write(number, to);
            }
        });
    }

    /**
     * The row of a marker.
     *
     * @param marker its number
     * @return its row, without keys
     */
    public final Row row(int marker) {
        return rows.of(marker);
    }

    /**
     * The row with the first key.
     *
     * @param marker its number
     * @param bits of the key
     * @param object of the key
     * @return the row; one for all others where there are too many
     */
    public final Row row(int marker, long bits, Object object) {
        return rows.of(marker, bits, object);
    }

    /**
     * The row with one key more.
     *
     * @param parent the row without it
     * @param bits of the key
     * @param object of the key
     * @return the row; one for all others where there are too many
     */
    public final Row row(Row parent, long bits, Object object) {
        return rows.of(parent, bits, object);
    }

    /**
     * Puts a whole number into a histogram.
     *
     * @param row which
     * @param value the number
     * @param place of the thread; see {@link io.livemark.Place}
     */
    public final void number(Row row, long value, int place) {
        HistRow histogram = (HistRow) row;
        Part part = parts.of(place, histogram);
        if (part == null || !part.put(value)) {
            histogram.put(value);
        }
    }

    /**
     * Puts a number into a histogram. What is no number is counted apart.
     *
     * @param row which
     * @param value the number
     * @param place of the thread; see {@link io.livemark.Place}
     */
    public final void number(Row row, double value, int place) {
        HistRow histogram = (HistRow) row;
        if (value == value) {
            histogram.fraction();
            put(histogram, value, place);
        } else {
            histogram.noNumber();
        }
    }

    /** Whether a marker is told; one whose hits have no values is not. */
    boolean hasValues(int marker) {
        return true;
    }

    private void put(HistRow row, double value, int place) {
        Part part = parts.of(place, row);
        if (part == null || !part.put(value)) {
            row.put(value);
        }
    }

    @Override
    boolean fill(Out to, long now, boolean isLast) {
        return snapshots.fill(to, now, isLast);
    }
}
