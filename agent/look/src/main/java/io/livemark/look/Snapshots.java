/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

/** Sends a table now and then: of each row that has changed its name, once, and its count. Used by the thread that serves the client. */
final class Snapshots {

    private final Rows rows;
    private final int markers;
    private final int keys;
    private final long everyNanos;
    private final More more;
    private long next;
    private boolean isRunning;
    private boolean isDone;
    private boolean isStarted;
    private int at;
    private int count;

    /** What is sent of a row that has changed besides its count. */
    interface More {
        void write(Row row, Out to);
    }

    Snapshots(Rows rows, int markers, int keys, long everyNanos, More more) {
        this.rows = rows;
        this.markers = markers;
        this.keys = keys;
        this.everyNanos = everyNanos;
        this.more = more;
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
            // Numbers in the stream: first the markers, then the rows in the order in which they came.
            write(at, at < markers ? rows.of(at) : rows.get(at - markers), to);
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
        count = markers + rows.count();
    }

    private void write(int number, Row row, Out to) {
        if (row.depth != keys) {
            return;
        }
        long sum = row.sum();
        if (!row.isNamed) {
            row.isNamed = true;
            row.name(number, to);
        } else if (sum == row.told) {
            return;
        }
        row.told = sum;
        to.put(Tag.COUNT);
        to.number(number);
        to.number(sum);
        more.write(row, to);
    }

    private void end(Out to, long now) {
        Row other = rows.other();
        if (other.sum() > other.told) {
            other.told = other.sum();
            to.put(Tag.OTHER);
            to.number(other.told);
        }
        to.put(Tag.SNAPSHOT);
        to.eight(now);
        isRunning = false;
    }
}
