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
    private final List<Row> all = new ArrayList<>();
    private final Maker maker;
    private volatile Row[] table = new Row[FIRST_SIZE];

    /** Makes a row of whatever is counted. */
    interface Maker {
        Row make(int marker, Row parent, long bits, Object object, int hash);
    }

    Rows(int markers, int most, Maker maker) {
        this.most = most;
        this.maker = maker;
        this.markers = new Row[markers];
        for (int i = 0; i < markers; i++) {
            this.markers[i] = maker.make(i, null, 0, null, i * 0x9e3779b9);
        }
        this.other = maker.make(-1, null, 0, null, 0);
    }

    /** The row of a marker, which has no keys. */
    Row of(int marker) {
        return markers[marker];
    }

    /** The row with one key more. */
    Row of(Row parent, long bits, Object object) {
        if (parent == other) {
            return other;
        }
        int hash = hash(parent, bits, object);
        Row[] rows = table;
        for (int i = hash & rows.length - 1; ; i = i + 1 & rows.length - 1) {
            Row row = rows[i];
            if (row == null) {
                return add(parent, bits, object, hash);
            }
            if (row.hash == hash && row.is(parent, bits, object)) {
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

    private synchronized Row add(Row parent, long bits, Object object, int hash) {
        Row[] rows = table;
        int i = hash & rows.length - 1;
        for (; rows[i] != null; i = i + 1 & rows.length - 1) {
            if (rows[i].hash == hash && rows[i].is(parent, bits, object)) {
                return rows[i];
            }
        }
        if (all.size() >= most) {
            return other;
        }
        Row made = maker.make(parent.marker, parent, bits, object, hash);
        made.number = all.size();
        all.add(made);
        if (all.size() * 2 > rows.length) {
            table = larger(rows.length * 4);
        } else {
            rows[i] = made;
        }
        return made;
    }

    private Row[] larger(int size) {
        Row[] rows = new Row[size];
        for (Row row : all) {
            int i = row.hash & size - 1;
            while (rows[i] != null) {
                i = i + 1 & size - 1;
            }
            rows[i] = row;
        }
        return rows;
    }

    private static int hash(Row parent, long bits, Object object) {
        long hash = (parent.hash * 31L + bits + (object == null ? 0 : object.hashCode())) * 0x9e3779b97f4a7c15L;
        return (int) (hash >>> 32);
    }
}
