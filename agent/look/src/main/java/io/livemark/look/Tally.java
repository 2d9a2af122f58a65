/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.Arrays;

/**
 * Counts of rows, for each place apart: see {@link io.livemark.Place}.
 *
 * <p>Assumes that a place has one writer at a time, who sees what the one before has written. Guarantees 1. no count is lost, none is
 * counted twice; 2. a sum is never less than the one before, and exact once nobody is inside of a handler; 3. counting writes
 * no line of memory that another place writes; 4. there are so many numbers at most; where none is left, nothing is counted.
 */
final class Tally {

    /** What one place writes lies so many numbers behind the beginning of an array, and so on no line with what another one writes. */
    static final int APART = 8;

    private final long most;
    private long[][] places = new long[16][];
    private long made;
    private volatile boolean isFull;

    /**
     * @param most how many numbers there are at most, of eight bytes each
     */
    Tally(long most) {
        this.most = most;
    }

    /** Counts one; false where there is no room for it. */
    boolean add(int place, int row) {
        long[][] all = places;
        if (place >= 0 && place < all.length) {
            long[] counts = all[place];
            if (counts != null && row + APART < counts.length) {
                counts[row + APART]++;
                return true;
            }
        }
        return place >= 0 && !isFull && make(place, row);
    }

    /** Once for a place, and where rows have come. The array that was there is not written any more: this is its only writer. */
    private synchronized boolean make(int place, int row) {
        long[] known = place < places.length ? places[place] : null;
        int before = known == null ? 0 : known.length;
        int length = Math.max(2 * before, Integer.highestOneBit(row + 2 * APART) * 2);
        if (made + length - before > most) {
            isFull = true;
            return false;
        }
        long[] counts = known == null ? new long[length] : Arrays.copyOf(known, length);
        counts[row + APART]++;
        if (place >= places.length) {
            places = Arrays.copyOf(places, Math.max(2 * places.length, place + 1));
        }
        places[place] = counts;
        made += length - before;
        return true;
    }

    /** How often a row was counted, over all places. */
    synchronized long sum(int row) {
        long sum = 0;
        for (long[] counts : places) {
            sum += counts != null && row + APART < counts.length ? counts[row + APART] : 0;
        }
        return sum;
    }
}
