/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

/** Sends a table now and then: of each row that has changed its name, once, and its count. Used by the thread that serves the client. */
final class Snapshots {

    private final Rows rows;
    private final int keys;
    private final long everyNanos;
    private final Teller teller;
    private long next;
    private boolean isRunning;
    private boolean isInRow;
    private boolean isDone;
    private boolean isStarted;
    private int at;
    private int count;

    /** How a row is told. */
    interface Teller {
        /** Whether it is told at all. */
        default boolean tells(Row row, int keys) {
            return row.depth == keys;
        }

        /** How many hits; never less than before. */
        default long sum(Row row) {
            return row.sum();
        }

        /** Writes what it is called; once. */
        default void name(int number, Row row, Out to) {
            row.name(number, to);
        }

        /** Writes what there is besides its count, after each change of that; false where it is to be called again, with more room. */
        default boolean more(int number, Row row, Out to) {
            return true;
        }
    }

    Snapshots(Rows rows, int keys, long everyNanos, Teller teller) {
        this.rows = rows;
        this.keys = keys;
        this.everyNanos = everyNanos;
        this.teller = teller;
    }

    boolean fill(Out to, long now, boolean isLast) {
        if (!isRunning) {
            if (isDone || isStarted && !isLast && now - next < 0) {
                return false;
            }
            begin(now, isLast);
        }
        while (at < count) {
            if (!to.hasRoom()) {
                return true;
            }
            if (!write(at, rows.get(at), to)) {
                return true;
            }
            at++;
        }
        if (!to.hasRoom()) {
            return true;
        }
        end(to, now);
        // One that began before the end may have missed the last hits.
        return isLast && !isDone;
    }

    private void begin(long now, boolean isLast) {
        isRunning = true;
        isDone = isLast;
        isStarted = true;
        next = now + everyNanos;
        at = 0;
        count = rows.count();
    }

    private boolean write(int number, Row row, Out to) {
        if (isInRow) {
            isInRow = !teller.more(number, row, to);
            return !isInRow;
        }
        if (row == rows.other() || !teller.tells(row, keys)) {
            return true;
        }
        long sum = teller.sum(row);
        if (!row.isNamed) {
            row.isNamed = true;
            teller.name(number, row, to);
        } else if (sum == row.told) {
            return true;
        }
        row.told = sum;
        to.put(Tag.COUNT);
        to.number(number);
        to.number(sum);
        isInRow = !teller.more(number, row, to);
        return !isInRow;
    }

    private void end(Out to, long now) {
        Row other = rows.other();
        long sum = teller.sum(other);
        if (sum > other.told) {
            other.told = sum;
            to.put(Tag.OTHER);
            to.number(other.told);
        }
        to.put(Tag.SNAPSHOT);
        to.eight(now);
        isRunning = false;
    }
}
