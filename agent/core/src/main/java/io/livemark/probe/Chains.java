/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All chains that a thread may be inside of.
 *
 * <p>Guarantee: once {@link #settle} has dropped a closed chain, no thread is inside a handler of it, and none will enter one.
 * It assumes that handlers return; while one does not, its chain stays. See {@link LivemarkEntry} for why.
 *
 * <p>The monitor of this object is held for moments, also by application threads that link a site; never while code of the
 * application or of a probe runs, nor during a fence.
 */
final class Chains {

    private final Map<LivemarkHits, Chain> current = new HashMap<>();
    private final Set<Chain> open = new HashSet<>();
    private final Set<Chain> closed = new LinkedHashSet<>();
    private final Set<Chain> fenced = new HashSet<>();
    private final BitSet numbers = new BitSet();
    private LivemarkCells cells;
    private int quiet;

    /** Makes a chain that is open, if there is a handler to be called; null else. Whoever asked closes it. */
    Chain make(Chain.Origin origin, List<LiveProbe> probes) {
        List<Chain.Call> calls = Chain.calls(origin, probes);
        if (calls.isEmpty()) {
            return null;
        }
        Way way = take();
        try {
            Chain chain = new Chain(origin, calls, way.cells, way.number);
            synchronized (this) {
                open.add(chain);
            }
            return chain;
        } catch (Throwable e) {
            synchronized (this) {
                numbers.clear(way.number);
            }
            throw e;
        }
    }

    private record Way(LivemarkCells cells, int number) {}

    /** A number that nobody is inside of; 0 is nobody's. */
    private synchronized Way take() {
        int number = numbers.nextClearBit(1);
        Way way = new Way(cells(), number);
        numbers.set(number);
        return way;
    }

    private LivemarkCells cells() {
        if (cells == null) {
            cells = new LivemarkCells();
        }
        return cells;
    }

    /** Code of a probe that is no handler. */
    interface Quiet<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Runs code of a probe on this thread, one of the agent. Marks that it hits are not delivered to any probe, and counted as
     * suppressed: as those that are hit from inside a handler.
     */
    <T, E extends Exception> T quietly(Quiet<T, E> code) throws E {
        LivemarkCells held;
        synchronized (this) {
            held = cells();
            quiet++;
        }
        Runnable end = held.beQuiet();
        try {
            return code.run();
        } finally {
            end.run();
            synchronized (this) {
                quiet--;
                dropCells();
            }
        }
    }

    private void dropCells() {
        if (numbers.isEmpty() && quiet == 0) {
            cells = null;
        }
    }

    /** Sends the hits of linked sites through a chain, or to nobody; the chain that they went through is closed. */
    synchronized void aim(LivemarkHits hits, Chain chain, long version) {
        if (!hits.target(chain == null ? null : chain.handOut(), version)) {
            close(chain);
            return;
        }
        close(chain == null ? current.remove(hits) : current.put(hits, chain));
    }

    /** Lets nobody into a chain any more; hits that are on their way go where their sites lead now. */
    synchronized void close(Chain chain) {
        if (chain != null && open.remove(chain)) {
            chain.entry().close();
            closed.add(chain);
        }
    }

    /** Closes what still leads to a probe: the sites are gone, or are not reached from where the others are. */
    synchronized void closeAllOf(LiveProbe probe) {
        List.copyOf(open).stream().filter(chain -> chain.callsOf(probe) > 0).forEach(this::close);
        current.values().removeIf(chain -> !open.contains(chain));
    }

    /** Drops the closed chains that nobody is inside of; not to be called by an application thread. */
    void settle() {
        Set<Chain> candidates;
        boolean newlyClosed;
        LivemarkCells looked;
        synchronized (this) {
            List.copyOf(current.keySet()).stream()
                    .filter(LivemarkHits::isGone)
                    .forEach(hits -> close(current.remove(hits)));
            candidates = new LinkedHashSet<>(closed);
            newlyClosed = !fenced.containsAll(candidates);
            looked = cells;
        }
        if (candidates.isEmpty()) {
            return;
        }
        if (newlyClosed) {
            LivemarkFence.await();
        }
        Set<Integer> inside =
                looked.inside().stream().map(LivemarkCells.Inside::number).collect(Collectors.toSet());
        synchronized (this) {
            fenced.addAll(candidates);
            for (Chain chain : candidates) {
                if (!inside.contains(chain.entry().number()) && closed.remove(chain)) {
                    fenced.remove(chain);
                    numbers.clear(chain.entry().number());
                    chain.handOver();
                }
            }
            fenced.retainAll(closed);
            dropCells();
        }
    }

    /** Whether a hit may still enter a handler of a probe. */
    synchronized boolean isOpen(LiveProbe probe) {
        return open.stream().anyMatch(chain -> chain.callsOf(probe) > 0);
    }

    /** Whether a thread may still be inside a handler of a probe. */
    synchronized boolean holds(LiveProbe probe) {
        return isOpen(probe) || closed.stream().anyMatch(chain -> chain.callsOf(probe) > 0);
    }

    /** How often handlers of a probe were called through chains that are still there. */
    synchronized long deliveries(LiveProbe probe) {
        long deliveries = 0;
        for (Set<Chain> chains : List.of(open, closed)) {
            for (Chain chain : chains) {
                long calls = chain.callsOf(probe);
                deliveries += calls == 0 ? 0 : calls * chain.entry().hits();
            }
        }
        return deliveries;
    }

    /** How often a marker was hit while a probe was on it. */
    synchronized long hits(LivemarkMarker marker) {
        long hits = marker.hits.sum();
        for (Set<Chain> chains : List.of(open, closed)) {
            for (Chain chain : chains) {
                hits += chain.marker() == marker ? chain.entry().hits() : 0;
            }
        }
        return hits;
    }

    /**
     * A thread that is inside.
     *
     * @param chain what it is inside of
     * @param thread its number
     * @param hits how many times it has entered: the same again is the same call, still
     */
    record Running(Chain chain, long thread, long hits) {

        // Explicit: those that a record has by itself are made by the JVM when they are first called.

        @Override
        public boolean equals(Object other) {
            return other instanceof Running running
                    && running.chain == chain
                    && running.thread == thread
                    && running.hits == hits;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * thread + hits);
        }
    }

    /** {@return who is inside just now, more or less} */
    synchronized Set<Running> running() {
        Set<Running> running = new HashSet<>();
        if (cells != null) {
            for (LivemarkCells.Inside inside : cells.inside()) {
                // Also of those that are closed: their probe may be called through another by now.
                Stream.concat(open.stream(), closed.stream())
                        .filter(chain -> chain.entry().number() == inside.number())
                        .forEach(chain -> running.add(new Running(chain, inside.thread(), inside.hits())));
            }
        }
        return running;
    }

    /** Has each thread time its next hit. */
    synchronized void timeSoon() {
        if (cells != null) {
            cells.timeSoon();
        }
    }
}
