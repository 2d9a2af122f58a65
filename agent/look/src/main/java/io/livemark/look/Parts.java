/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.Arrays;

/** The parts of all rows by their places, as long as there is room for them. */
final class Parts {

    private final long most;
    private Part[][] places = new Part[16][];
    private long made;
    private volatile boolean isFull;

    /**
     * @param most how many numbers there are at most, of eight bytes each
     */
    Parts(long most) {
        this.most = most;
    }

    /** The part of a row; null where there is no room for it. */
    Part of(int place, HistRow row) {
        Part[][] all = places;
        if (place >= 0 && place < all.length) {
            Part[] known = all[place];
            if (known != null && row.number < known.length) {
                Part part = known[row.number];
                if (part != null) {
                    return part;
                }
            }
        }
        return place < 0 || isFull ? null : make(place, row);
    }

    /** Zeros; null where there is no room for so many. */
    long[] numbers(int count) {
        return !isFull && takes(count) ? new long[count] : null;
    }

    private synchronized boolean takes(int count) {
        isFull |= made + count > most;
        made += isFull ? 0 : count;
        return !isFull;
    }

    private synchronized Part make(int place, HistRow row) {
        Part[] known = place < places.length && places[place] != null ? places[place] : new Part[0];
        int length = Math.max(known.length, Integer.highestOneBit(row.number + 8) * 2);
        if (!takes(length - known.length + Part.size(row))) {
            return null;
        }
        Part part = new Part(row, this);
        row.add(part);
        Part[] parts = Arrays.copyOf(known, length);
        parts[row.number] = part;
        if (place >= places.length) {
            places = Arrays.copyOf(places, Math.max(2 * places.length, place + 1));
        }
        places[place] = parts;
        return part;
    }
}
