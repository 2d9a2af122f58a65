/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;

/** {@code livemark count}: hits by marker, or by keys. Exact, whatever the number of threads; a hit of a known key allocates nothing. */
public final class Count extends Look {

    private final Rows rows;
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
        snapshots = new Snapshots(rows, markers, keys, settings.everyNanos(), new Snapshots.Teller() {});
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

    @Override
    boolean fill(Out to, long now, boolean isLast) {
        return snapshots.fill(to, now, isLast);
    }
}
