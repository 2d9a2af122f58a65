/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Has markers looked at that come after the look has begun, each time by a further probe. A thread of its own does, from the first that
 * comes on: compiling takes a while, in which the others are to be read.
 *
 * <p>While a program starts, markers come all the time. So each further probe waits a second longer after the last one than that
 * did, and takes what has come meanwhile.
 */
final class Newcomers {

    /** Each takes a connection of the agent, which has 64. */
    private static final int MOST = 16;

    private final Finder finder;
    private final Look look;
    private final Map<LookMarker.Kind, LookMarker> known = new HashMap<>();
    private Thread thread;
    private int probes;
    private long next = System.nanoTime();
    private boolean isMore;
    private boolean isOver;

    /** What the look does with them. */
    interface Look {
        /** Loads a further probe, the one of this number. */
        void add(int number, Finder.Found found) throws Problem;

        /**
         * Sites that came later call the fields of a marker by further names.
         *
         * @param before the marker with all names so far
         * @param now with the further ones
         * @return whether a further probe is to look at it, since none does
         */
        boolean rename(LookMarker before, LookMarker now);

        /** Something is to be told at once. */
        void told(String what);
    }

    /**
     * @param first the markers that are looked at from the start
     */
    Newcomers(Finder finder, List<LookMarker> first, Look look) {
        this.finder = finder;
        this.look = look;
        first.forEach(marker -> known.put(marker.kind(), marker));
    }

    /** There are some. Returns at once. */
    synchronized void come() {
        isMore = true;
        notifyAll();
        if (thread == null && !isOver) {
            thread = new Thread(this::run, "livemark newcomers");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Looks for no more, once what is being loaded is loaded. */
    void end() {
        Thread running;
        synchronized (this) {
            isOver = true;
            notifyAll();
            running = thread;
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (await()) {
            try {
                take(finder.now());
            } catch (Problem e) {
                look.told("markers that came later are not looked at: " + e.getMessage());
            }
        }
    }

    /** Waits until there are some and it is time; false at the end. */
    private synchronized boolean await() {
        try {
            while (!isOver) {
                long left = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
                if (isMore && left <= 0) {
                    isMore = false;
                    return true;
                }
                wait(isMore ? left : 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void take(Finder.Found found) throws Problem {
        List<LookMarker> fresh = new ArrayList<>();
        for (LookMarker marker : found.markers()) {
            LookMarker before = known.get(marker.kind());
            LookMarker now = before == null ? marker : before.with(marker);
            known.put(now.kind(), now);
            if (before == null || !now.signature().equals(before.signature()) && look.rename(before, now)) {
                fresh.add(now);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        if (probes == MOST) {
            look.told("not looked at, since markers came later too often: " + names(fresh));
            return;
        }
        try {
            look.add(++probes, new Finder.Found(fresh, found.changes()));
        } catch (Problem e) {
            throw new Problem(names(fresh) + ": " + e.getMessage(), e.hint());
        } finally {
            next = System.nanoTime() + TimeUnit.SECONDS.toNanos(probes);
        }
    }

    static String names(List<LookMarker> markers) {
        return LeftOut.some(markers.stream().map(LookMarker::name).distinct().toList());
    }
}
