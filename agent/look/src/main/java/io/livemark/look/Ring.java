/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bounded queue of events, after Dmitry Vyukov's.
 *
 * <p>Assumes 1. one thread reads; 2. whoever claims a place gives it on without a call in between. Guarantees 1. claiming never blocks and, once a
 * place has been used, allocates nothing; 2. events of one thread come out in the order in which they went in; 3. what does not fit is
 * counted. Places are made when they are first needed: a probe that is hit rarely takes little memory.
 */
final class Ring {

    private static final int CHUNK = 1 << 10;

    private final int capacity;
    private final long limit;
    private final boolean isLossless;
    private final int bits;
    private final int objects;
    private final AtomicReferenceArray<Slot[]> chunks;
    private final AtomicLong tail = new AtomicLong();
    private final LongAdder dropped = new LongAdder();
    private volatile boolean isFull;
    private long head;

    /**
     * @param capacity a power of two
     * @param limit how many events it takes in all
     * @param isLossless whether to take nothing any more once something did not fit
     */
    Ring(int capacity, long limit, boolean isLossless, int bits, int objects) {
        this.capacity = capacity;
        this.limit = limit;
        this.isLossless = isLossless;
        this.bits = bits;
        this.objects = objects;
        this.chunks = new AtomicReferenceArray<>((capacity + CHUNK - 1) / CHUNK);
    }

    /** A place of the caller's own; null where there is none. */
    Slot claim() {
        while (!isFull) {
            long position = tail.get();
            if (position >= limit) {
                return null;
            }
            Slot slot = slot(position);
            long ahead = slot.sequence - position;
            if (ahead == 0) {
                if (tail.compareAndSet(position, position + 1)) {
                    slot.position = position;
                    return slot;
                }
            } else if (ahead < 0) {
                isFull = isLossless;
                break;
            }
        }
        dropped.increment();
        return null;
    }

    /** The oldest event; null where there is none. To be given back before the next. For the reader. */
    Slot peek() {
        if (head >= tail.get()) {
            return null;
        }
        Slot slot = slot(head);
        return slot.sequence == head + 1 ? slot : null;
    }

    /** Gives the place of the oldest event back. For the reader. */
    void release(Slot slot) {
        slot.thread = null;
        for (int i = 0; i < objects; i++) {
            slot.objects[i] = null;
        }
        slot.sequence = head + capacity;
        head++;
    }

    /** How many events came out. For the reader. */
    long read() {
        return head;
    }

    long dropped() {
        return dropped.sum();
    }

    boolean isFull() {
        return isFull;
    }

    private Slot slot(long position) {
        int index = (int) (position & capacity - 1);
        Slot[] chunk = chunks.get(index / CHUNK);
        if (chunk == null) {
            chunk = make(index / CHUNK);
        }
        return chunk[index % CHUNK];
    }

    /** Before a place is claimed, so a thread that finds no memory here has none yet. */
    private Slot[] make(int number) {
        int first = number * CHUNK;
        Slot[] chunk = new Slot[Math.min(CHUNK, capacity - first)];
        for (int i = 0; i < chunk.length; i++) {
            chunk[i] = new Slot(first + i, bits, objects);
        }
        return chunks.compareAndSet(number, null, chunk) ? chunk : chunks.get(number);
    }
}
