/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

/**
 * A place for one event in a {@link Ring}. Belongs to the thread that has claimed it until that sets {@link #sequence} to the position and
 * 1 more; which takes no call, so that a thread that runs out of stack never leaves a place behind that nobody can pass.
 */
public final class Slot {

    /** Whose turn it is: of who claims the position where it is this position, of the reader where it is one more. */
    public volatile long sequence;

    /** Its position. */
    public long position;

    /** When it happened, as {@code System.nanoTime}. */
    public long time;

    /** The name of the thread. */
    public String thread;

    /** The number of the marker. */
    public int marker;

    /** Its primitive fields, in order. */
    public final long[] bits;

    /** Its other fields, in order, as {@link Look#keep} gave them. */
    public final Object[] objects;

    Slot(long sequence, int bits, int objects) {
        this.sequence = sequence;
        this.bits = new long[bits];
        this.objects = new Object[objects];
    }
}
