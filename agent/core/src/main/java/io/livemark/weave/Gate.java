/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says who may weave now. While our own classes are loaded, the JVM calls the transformers of other agents, and these may load
 * marked classes: then a thread could wait in the weaver for itself, or for one that waits for it.
 *
 * <p>A class that is not let in is left as it is, to be looked for later like one that was loaded before the agent came.
 */
final class Gate {

    /** Far longer than our classes take to load; only threads that wait for each other wait as long. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final long patienceMillis;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile boolean shut;

    // Guarded by this object, which nobody holds for long.
    private Runnable beginning;
    private boolean awaited;

    Gate() {
        this(PATIENCE_MILLIS);
    }

    /** For tests, in which nothing may depend on the patience. */
    Gate(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /**
     * Puts off to load what weaving takes until somebody comes: a program without marks has no use for it.
     *
     * @param begin is run by the first who comes, and returns at once; it has somebody else call {@link #openAfter}. Where it throws,
     *     who came is not let in, and the next one runs it again
     * @return false where somebody is waiting already: then nothing is put off
     */
    synchronized boolean openOnDemand(Runnable begin) {
        if (awaited) {
            return false;
        }
        beginning = begin;
        return true;
    }

    /** Whether there is something to wait for. A thread of the application may lack the stack to begin, or the JVM a thread. */
    private synchronized boolean demand() {
        awaited = true;
        if (beginning == null || shut) {
            return true;
        }
        try {
            beginning.run();
            beginning = null;
            return true;
        } catch (Throwable e) {
            return false;
        }
    }

    /** Loads what weaving takes, on this thread; whoever comes meanwhile waits. */
    void openAfter(Runnable loading) {
        inside.add(Thread.currentThread());
        try {
            loading.run();
        } finally {
            inside.remove(Thread.currentThread());
            open.countDown();
        }
    }

    /** Lets nobody in any more, neither those who wait. */
    void shut() {
        shut = true;
        open.countDown();
    }

    /** Lets a thread in, which must {@link #leave}; or does not, for good. */
    boolean enter() {
        if (!inside.contains(Thread.currentThread()) && isOpen() && !shut) {
            return inside.add(Thread.currentThread());
        }
        turnedAway.incrementAndGet();
        return false;
    }

    void leave() {
        inside.remove(Thread.currentThread());
    }

    /** How often somebody was not let in. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** An interrupt is the application's: it is kept, and does not end the wait. */
    private boolean isOpen() {
        if (open.getCount() > 0 && !demand()) {
            return false;
        }
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        try {
            while (true) {
                try {
                    return open.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
