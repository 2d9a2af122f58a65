/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;

/** {@code livemark count}: hits by marker, or by keys. Exact, whatever the number of threads; a hit of a known key allocates nothing. */
public final class Count extends Look {

    /** Eight megabytes of counts; who finds no room there any more counts in the rows. */
    private static final long MOST_COUNTS = 1 << 20;

    private final Rows rows;
    private final Tally tally = new Tally(MOST_COUNTS);
    private final Snapshots snapshots;

    /**
     * Makes one that has counted nothing.
     *
     * @param context of the probe
     * @param markers how many markers there are
     * @param keys how many keys a row has
     */
    public Count(ProbeContext context, int markers, int keys) {
        super(context);
        rows = new Rows(markers, settings.keys(), Row::new);
        snapshots = new Snapshots(rows, keys, settings.everyNanos(), new Snapshots.Teller() {
            @Override
            public long sum(Row row) {
                return row.sum() + tally.sum(row.number);
            }
        });
    }

    /**
     * The row of a marker.
     *
     * @param marker its number
     * @return its row, without keys
     */
    public Row row(int marker) {
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
    public Row row(int marker, long bits, Object object) {
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
    public Row row(Row parent, long bits, Object object) {
        return rows.of(parent, bits, object);
    }

    /**
     * Counts a hit.
     *
     * @param row of its keys
     * @param place of the thread; see {@link io.livemark.Place}
     */
    public void hit(Row row, int place) {
        if (!tally.add(place, row.number)) {
            row.increment();
        }
    }

    @Override
    boolean fill(Out to, long now, boolean isLast) {
        return snapshots.fill(to, now, isLast);
    }
}
