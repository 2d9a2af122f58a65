/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

/** The first byte of each record that is sent, and of each value in one. */
public final class Tag {

    /** Two clocks at one moment: {@code nanoTime} and nanoseconds since 1970, eight bytes each. */
    public static final byte CLOCK = 'C';
    /** How many expressions threw so far, and the first exception as text. */
    public static final byte THREW = 'X';
    /** Nothing more will come: the limit was reached. */
    public static final byte OVER = 'O';
    /** How many hits were taken so far, of those that the limit allows; where there is a limit. */
    public static final byte TAKEN = 'K';
    /** Nothing more will come: the buffer was full, and the user did not want to lose events. */
    public static final byte FULL = 'F';
    /** How many events were dropped so far. */
    public static final byte DROPPED = 'D';
    /** A thread: its number, which replaces what had that number before, and its name. */
    public static final byte THREAD = 'T';
    /**
     * An event: nanoseconds since the one before (zigzag; at first since 0 of {@code nanoTime}), number of the thread, number of the
     * marker, its fields. A primitive field as its type says, any other as a value.
     */
    public static final byte EVENT = 'E';
    /** A row: its number, the number of its marker, the number of its keys, and each of these as a value. */
    public static final byte ROW = 'R';
    /** A count: number of the row, hits so far. */
    public static final byte COUNT = 'N';
    /**
     * Part of a histogram: number of the row, 1 where its values are whole numbers and else 0, least and greatest value (eight bytes each:
     * whole numbers as they are, else doubles), number of buckets, and of each its number and its count so far.
     */
    public static final byte HISTOGRAM = 'H';
    /** The linear part of a histogram: number of the row, number of buckets, and of each its number and its count so far. */
    public static final byte LINEAR = 'L';
    /** What is in no bucket of a histogram, since it is no number: number of the row, how many so far. */
    public static final byte NO_NUMBER = 'A';
    /** A frame in a tree of stacks: its number, that of its caller and 1 more (0 where it is the outermost), line, class, method. */
    public static final byte FRAME = 'P';
    /**
     * Begins and ends that have found no other: begins that another of the same key followed, ends, begins that were let go since there were too
     * many, and once the look has ended those that were still waiting for an end, until then 0. Comes once at least.
     */
    public static final byte UNMATCHED = 'U';
    /** How many hits were in no row, since there were too many. */
    public static final byte OTHER = 'M';
    /** All rows are told as they were at this moment: {@code nanoTime}, eight bytes. */
    public static final byte SNAPSHOT = 'Z';

    /** Bytes of a recording: how many, and these. */
    public static final byte BYTES = 'B';
    /** What came of a recording so far is whole: events so far, recordings of others that are running. */
    public static final byte WHOLE = 'W';

    /** The recording came to an end that nobody here asked for: why. */
    public static final byte BROKEN = 'Q';

    /** A value: null. */
    public static final byte NULL = 'n';
    /** A value: text. */
    public static final byte TEXT = 't';
    /** A value: text that is a number in JSON too. */
    public static final byte NUMBER = 'd';
    /** A value: an integral number, zigzag. */
    public static final byte INTEGER = 'i';
    /** A value: true. */
    public static final byte TRUE = 'y';
    /** A value: false. */
    public static final byte FALSE = 'f';

    private Tag() {}
}
