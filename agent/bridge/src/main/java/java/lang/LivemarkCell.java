/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import jdk.internal.vm.annotation.Contended;
import jdk.internal.vm.annotation.DontInline;

/**
 * What one thread writes while it goes through a {@link LivemarkEntry}: which one, and how often. No other thread writes here,
 * so nothing is atomic. Others read: what they make of that is said where they do, in {@link LivemarkCells}.
 */
@Contended
public final class LivemarkCell {

    /** It goes back when its thread leaves. */
    static final int LENT = 1;

    /** It is in a map, and goes out of it when its thread leaves. */
    static final int LISTED = 2;

    private static final int FIRST_NUMBERS = 16;
    private static final int LONGEST_PERIOD = 1 << 16;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long SHORT_NANOS = 500_000;
    private static final long LONG_NANOS = 2_000_000;

    /** The number of the thread it belongs to; 0 for nobody. */
    long owner;

    /** The number of the entry that the thread is inside of; 0 for none. */
    int inside;

    /** {@link #LENT}, {@link #LISTED}, or 0 where it belongs to a thread. */
    final int loan;

    /** Its number among the cells of the tables, from 0; negative where it is in none. Whoever is inside has it alone. */
    public final int place;

    /** Whether the hit is being timed. */
    boolean isTimed;

    /** How many hits are not timed before the next one is. */
    int untilTimed;

    /** Hits by the number of the entry; never set back. */
    long[] counts = new long[FIRST_NUMBERS];

    /** While it is lent: to whom. */
    Thread borrower;

    private WeakReference<Thread> thread;
    private long[] countsWhenTimed = new long[FIRST_NUMBERS];
    private int period = 1;
    private int random = 0x9E3779B9;
    private long lastTimed;
    private long since;
    private long clock;
    private long weight;
    private boolean lastWasLong;

    LivemarkCell(int loan, int place) {
        this.loan = loan;
        this.place = place;
    }

    /** Gives it to a thread for as long as that lives. */
    void belongTo(Thread next, long number) {
        thread = new WeakReference<>(next);
        inside = 0;
        owner = number;
    }

    /** Whether the thread that it belonged to is not there any more. */
    boolean isLeft() {
        Thread alive = thread == null ? borrower : thread.get();
        return alive == null || !alive.isAlive();
    }

    @DontInline
    void grow(int number) {
        int length = Math.max(number + 1, 2 * counts.length);
        countsWhenTimed = Arrays.copyOf(countsWhenTimed, length);
        long[] more = Arrays.copyOf(counts, length);
        LivemarkCells.storesBefore();
        counts = more;
    }

    long count(int number) {
        long[] now = counts;
        return number < now.length ? now[number] : 0;
    }

    /**
     * Begins to measure a hit, and chooses the next: one in about a millisecond where hits are frequent, each where they are
     * rare. Chosen at random, so that marks that take turns have theirs.
     */
    @DontInline
    void startTiming(int number) {
        long start = System.nanoTime();
        long pause = start - lastTimed;
        lastTimed = start;
        if (pause < SHORT_NANOS && period < LONGEST_PERIOD) {
            period *= 2;
        } else if (pause > LONG_NANOS && period > 1) {
            period /= 2;
        }
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        untilTimed = period == 1 ? 0 : (period >> 1) + (random & (period - 1));
        weight = counts[number] - countsWhenTimed[number];
        countsWhenTimed[number] = counts[number];
        isTimed = true;
        since = System.nanoTime();
        // What reading the clock takes is not the handler's.
        clock = since - start;
    }

    /**
     * {@return nanoseconds since the start or the last lap, for all the hits that this one stands for}
     *
     * <p>A long one stands for itself alone, unless the one before was long too: most likely the JVM or the thread paused while it
     * was being timed.
     */
    long lap() {
        long now = System.nanoTime();
        long nanos = now - since - clock;
        since = now;
        boolean isLong = nanos > PAUSE_NANOS;
        long hits = isLong && !lastWasLong ? 1 : weight;
        lastWasLong = isLong;
        return nanos * hits;
    }
}
