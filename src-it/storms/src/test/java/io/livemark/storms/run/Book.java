/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tallies of all probes, by name. Called by the probes, and by the thread that the test talks to. */
public final class Book {

    private static final Map<String, Tally> TALLIES = new TreeMap<>();
    private static final Map<String, Long> DELIVERED = new TreeMap<>();
    private static final List<WeakReference<Class<?>>> CLASSES = new ArrayList<>();
    private static int sweepers;
    private static int windows;
    private static long bound;

    private Book() {}

    /**
     * A probe was made; called by its constructor.
     *
     * @param name its name
     * @param from the first marker that it asks for
     * @param to the one after the last
     * @param lifeMillis how long it lives at least once it is loaded, where nobody ends it
     * @param type its class
     * @return its tally, one for all instances of the probe
     */
    public static synchronized Tally open(String name, int from, int to, long lifeMillis, Class<?> type) {
        CLASSES.add(new WeakReference<>(type));
        Tally tally = TALLIES.computeIfAbsent(name, key -> new Tally(name, from, to, lifeMillis));
        tally.opened();
        if (sweepers > 0) {
            // Somebody is asking for the end of all probes, perhaps just now.
            tally.ending();
        }
        return tally;
    }

    /** The client has read that the probe is loaded. */
    static synchronized void loaded(String name) {
        Tally tally = TALLIES.get(name);
        if (tally != null) {
            tally.loaded();
        } else if (!DELIVERED.containsKey(name)) {
            Violations.add(name + " is said to be loaded, and its constructor was never called");
        }
    }

    /** Somebody is about to ask for the end of a probe. */
    static synchronized void ending(String name) {
        Tally tally = TALLIES.get(name);
        if (tally != null) {
            tally.ending();
        }
    }

    /** Somebody is about to ask for the end of all probes. */
    static synchronized void sweeping() {
        sweepers++;
        TALLIES.values().forEach(Tally::ending);
    }

    /** That was answered. */
    static synchronized void swept() {
        sweepers--;
    }

    /** What a receipt says must be what the probe was told. */
    static synchronized void receipt(String name, long deliveries) {
        Tally tally = TALLIES.get(name);
        Long delivered = tally == null ? DELIVERED.get(name) : Long.valueOf(tally.delivered());
        if (tally != null && !tally.isClosed()) {
            Violations.add("the receipt of " + name + " says that it is closed, and it is not");
        } else if (delivered == null || delivered != deliveries) {
            Violations.add("the receipt of " + name + " says " + deliveries + " deliveries, not " + delivered);
        }
    }

    /** Compares the tallies that are closed with the ledger. */
    static synchronized void verify() {
        TALLIES.values().removeIf(tally -> {
            if (tally.isClosed()) {
                long hits = tally.verify();
                bound += hits;
                windows += hits > 0 ? 1 : 0;
                DELIVERED.put(tally.name(), tally.delivered());
            }
            return tally.isClosed();
        });
    }

    /** {@return the names of the probes that are not closed} */
    static synchronized List<String> open() {
        return TALLIES.values().stream()
                .filter(tally -> !tally.isClosed())
                .map(Tally::name)
                .toList();
    }

    /** {@return how many classes of probes are still there} */
    static synchronized long classes() {
        return CLASSES.stream().filter(type -> !type.refersTo(null)).count();
    }

    /** {@return how many probes there were; of how many of them hits were bound to be seen, and how many hits} */
    static synchronized String summary() {
        return DELIVERED.size() + " " + windows + " " + bound;
    }
}
