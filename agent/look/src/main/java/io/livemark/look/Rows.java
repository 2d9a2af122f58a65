/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table by their keys. Looking one up takes no lock and allocates nothing; a new one is made under the monitor. Rows never go, and
 * there are so many at most: what comes beyond goes into one that has no keys.
 */
final class Rows {

    private static final int FIRST_SIZE = 64;

    private final int most;
    private final Row[] markers;
    private final Row other;

    /** By their numbers: the markers, the one for all others, and those with keys in the order in which they came. */
    private final List<Row> all = new ArrayList<>();

    private final Maker maker;
    private volatile Row[] table = new Row[FIRST_SIZE];
    private volatile boolean isFull;

    /** Makes a row of whatever is counted. */
    interface Maker {
        Row make(int number, int marker, Row parent, long bits, Object object);
    }

    Rows(int markers, int most, Maker maker) {
        this.most = most;
        this.maker = maker;
        this.markers = new Row[markers];
        for (int i = 0; i < markers; i++) {
            this.markers[i] = maker.make(i, i, null, 0, null);
            all.add(this.markers[i]);
        }
        this.other = maker.make(markers, -1, null, 0, null);
        all.add(other);
    }

    /** The row of a marker, which has no keys. */
    Row of(int marker) {
        return markers[marker];
    }

    /** The row with one key more. */
    Row of(Row parent, long bits, Object object) {
        return of(parent.number, bits, object);
    }

    /**
     * The row with one key more.
     *
     * @param parent the number of the row without it; that of a marker is its own
     */
    Row of(int parent, long bits, Object object) {
        Row[] rows = table;
        for (int i = first(rows, parent, bits, object); ; i = i + 1 & rows.length - 1) {
            Row row = rows[i];
            if (row == null) {
                return missing(parent, bits, object);
            }
            if (row.is(parent, bits, object)) {
                return row;
            }
        }
    }

    Row other() {
        return other;
    }

    synchronized int count() {
        return all.size();
    }

    synchronized Row get(int number) {
        return all.get(number);
    }

    private Row missing(int parent, long bits, Object object) {
        if (parent == other.number) {
            return other;
        }
        // Read first: of a table that is full, all is seen.
        boolean wasFull = isFull;
        Row[] rows = table;
        int i = place(rows, parent, bits, object);
        if (rows[i] != null) {
            return rows[i];
        }
        return wasFull ? other : add(parent, bits, object);
    }

    private synchronized Row add(int parent, long bits, Object object) {
        Row[] rows = table;
        int i = place(rows, parent, bits, object);
        if (rows[i] != null) {
            return rows[i];
        }
        if (isFull) {
            return other;
        }
        Row above = all.get(parent);
        Row made = maker.make(all.size(), above.marker, above, bits, object);
        all.add(made);
        int keyed = all.size() - markers.length - 1;
        if (keyed * 2 > rows.length) {
            table = larger(rows.length * 4);
        } else {
            rows[i] = made;
        }
        isFull = keyed >= most;
        return made;
    }

    private Row[] larger(int size) {
        Row[] rows = new Row[size];
        for (Row row : all.subList(markers.length + 1, all.size())) {
            rows[place(rows, row.parent.number, row.bits, row.object)] = row;
        }
        return rows;
    }

    /** Where a row is, or is to be. */
    private static int place(Row[] rows, int parent, long bits, Object object) {
        int i = first(rows, parent, bits, object);
        while (rows[i] != null && !rows[i].is(parent, bits, object)) {
            i = i + 1 & rows.length - 1;
        }
        return i;
    }

    /** Where one begins to look. By the upper bits of the product, which has numbers that follow on each other far apart. */
    private static int first(Row[] rows, int parent, long bits, Object object) {
        int hash = object == null || object instanceof Kind ? 0 : object.hashCode();
        long product = (bits + hash + parent * 0x632be5abL) * 0x9e3779b97f4a7c15L;
        return (int) (product >>> 32) >>> Integer.numberOfLeadingZeros(rows.length - 1);
    }
}
