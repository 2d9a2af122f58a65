/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What has begun and not ended: a bounded table without locks. Each key has {@link #WAYS} places; where all are taken, the oldest of them is let
 * go and counted. So what never ends does not pile up.
 */
final class Begins {

    private static final int WAYS = 8;
    private static final int SETS = 1 << 13;

    private final AtomicReferenceArray<Begin> places = new AtomicReferenceArray<>(WAYS * SETS);
    private final LongAdder lost = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** When a key has begun. */
    static final class Begin {
        private final long bits;
        private final Object object;
        final long nanos;

        Begin(long bits, Object object, long nanos) {
            this.bits = bits;
            this.object = object;
            this.nanos = nanos;
        }

        private boolean is(long otherBits, Object otherObject) {
            return bits == otherBits && Values.same(object, otherObject);
        }
    }

    /** A key begins; where it had begun already, that first begin has found no end. */
    void put(long bits, Object object, long nanos) {
        Begin begin = new Begin(bits, object, nanos);
        int first = first(bits, object);
        int free = -1;
        for (int i = first; i < first + WAYS; i++) {
            Begin known = places.get(i);
            if (known == null) {
                free = free < 0 ? i : free;
            } else if (known.is(bits, object)) {
                lost.increment();
                places.set(i, begin);
                return;
            }
        }
        if (free >= 0 && places.compareAndSet(free, null, begin)) {
            return;
        }
        replaceOldest(first, begin);
    }

    /** The begin of a key, which is taken out; null where there is none. */
    Begin take(long bits, Object object) {
        int first = first(bits, object);
        for (int i = first; i < first + WAYS; i++) {
            Begin known = places.get(i);
            if (known != null && known.is(bits, object) && places.compareAndSet(i, known, null)) {
                return known;
            }
        }
        missed.increment();
        return null;
    }

    /** Begins that were followed by another of the same key. */
    long lost() {
        return lost.sum();
    }

    /** Ends without a begin. */
    long missed() {
        return missed.sum();
    }

    /** Begins for which there was no place any more. */
    long dropped() {
        return dropped.sum();
    }

    /** Begins that wait for their end. Looks at each place. */
    long open() {
        long open = 0;
        for (int i = 0; i < places.length(); i++) {
            open += places.get(i) == null ? 0 : 1;
        }
        return open;
    }

    private void replaceOldest(int first, Begin begin) {
        int oldest = first;
        for (int i = first; i < first + WAYS; i++) {
            Begin known = places.get(i);
            if (known == null) {
                oldest = i;
                break;
            }
            Begin so = places.get(oldest);
            oldest = so != null && known.nanos - so.nanos < 0 ? i : oldest;
        }
        if (places.getAndSet(oldest, begin) != null) {
            dropped.increment();
        }
    }

    private static int first(long bits, Object object) {
        long hash = (bits + (object == null ? 0 : object.hashCode())) * 0x9e3779b97f4a7c15L;
        return (int) (hash >>> 51) * WAYS;
    }
}
