/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.Weaver;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the shim calls, made anew whenever the probes or the sites that need it change. */
final class Shims {

    /** How many hits with a spec that leads nowhere are looked at before the probes change. */
    private static final int MOST_MISSES = 10_000;

    private final LivemarkMarker shim = LivemarkBridge.marker(LivemarkBridge.SHIM);
    private final Weaver weaver;
    private final Supplier<List<LiveProbe>> armed;
    private final Consumer<LivemarkMarker> onMarker;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicInteger misses = new AtomicInteger();
    private Map<String, MethodHandle> installed = Map.of();
    private long version;

    /**
     * @param weaver knows all marked classes
     * @param armed gives all probes, in load order
     * @param onMarker is told of a marker that was found by a hit
     */
    Shims(Weaver weaver, Supplier<List<LiveProbe>> armed, Consumer<LivemarkMarker> onMarker) {
        this.weaver = weaver;
        this.armed = armed;
        this.onMarker = onMarker;
    }

    static boolean areNeededBy(MarkedClass owner) {
        return !owner.shimmed().isEmpty();
    }

    /**
     * Sets the targets, and the guard of the shim. Two threads may do so at a time, one that loads a probe and one that defines
     * a class. No lock is held while targets are made, since that may ask the application's loaders; whoever began last has
     * seen most, and stays.
     */
    void update() {
        long began = begun.incrementAndGet();
        List<LiveProbe> probes = armed.get();
        Map<String, List<Needy>> bySpec = new LinkedHashMap<>();
        boolean needed = !probes.isEmpty() && weaver.mayHaveStrangers();
        for (MarkedClass owner : weaver.known()) {
            for (MarkedSite site : owner.shimmed()) {
                needed |= !wanting(probes, site.marker()).isEmpty();
                // A site that asks whether its marker is armed needs the guard alone.
                if (site.kind() != MarkedSite.Kind.ARMED) {
                    bySpec.computeIfAbsent(site.text(), spec -> new ArrayList<>())
                            .add(new Needy(owner, site));
                }
            }
        }
        Map<String, MethodHandle> targets = new HashMap<>();
        if (needed) {
            bySpec.forEach((spec, sites) -> targets.put(spec, target(sites, probes)));
        }
        install(targets, needed, began);
    }

    /**
     * A target for a spec that nobody knew until it was hit, on the thread that did. Nothing of the application is asked. Specs
     * that are computed lead nowhere: there could be any number of them.
     */
    MethodHandle unknown(String spec) {
        if (spec == null || misses.get() >= MOST_MISSES) {
            return null;
        }
        // Of a copy: a string that nobody has interned would be made the interned one.
        if (new String(spec).intern() != spec) {
            misses.incrementAndGet();
            return null;
        }
        MethodHandle target = ShimTarget.of(List.of(), true, finder(spec, armed.get()));
        add(spec, target);
        return target;
    }

    private MethodHandle target(List<Needy> sites, List<LiveProbe> probes) {
        String marker = sites.get(0).site().marker();
        List<LiveProbe> wanting = wanting(probes, marker);
        if (wanting.isEmpty()) {
            return ShimTarget.NOTHING;
        }
        Map<Place, List<Needy>> byPlace = new LinkedHashMap<>();
        sites.forEach(needy -> byPlace.computeIfAbsent(needy.place(), place -> new ArrayList<>())
                .add(needy));
        List<ShimSite> shimmed = new ArrayList<>();
        byPlace.values().forEach(same -> shimmed.add(site(same, wanting)));
        return ShimTarget.of(
                shimmed, weaver.hasStrangers(), finder(sites.get(0).site().text(), wanting));
    }

    /** Sites that stand on one line of one method cannot be told apart by the stack. */
    private static ShimSite site(List<Needy> same, List<LiveProbe> wanting) {
        Needy first = same.get(0);
        boolean typed = same.stream()
                .allMatch(needy -> needy.site().types().equals(first.site().types()));
        return ShimSite.of(first.owner(), first.site(), typed, wanting);
    }

    private ShimTarget.Finder finder(String spec, List<LiveProbe> probes) {
        return (caller, called, values) -> {
            MarkedSite.Kind kind = called.equals("label") ? MarkedSite.Kind.LABEL : MarkedSite.Kind.MARK;
            Weaver.Found found = weaver.found(caller, kind, spec, values.length);
            if (found == null) {
                return null;
            }
            MarkedSite site = found.site();
            List<LiveProbe> wanting = site.isReachable() ? wanting(probes, site.marker()) : List.of();
            if (!wanting.isEmpty()) {
                onMarker.accept(LivemarkBridge.marker(site.marker()));
            }
            return ShimSite.of(found.owner(), site, true, wanting);
        };
    }

    private void install(Map<String, MethodHandle> targets, boolean needed, long began) {
        synchronized (this) {
            if (began < version) {
                return;
            }
            version = began;
            misses.set(0);
            installed = targets;
            if (needed) {
                LivemarkBridge.shims(targets);
                shim.arm(true, LivemarkBridge.nextVersion());
            } else {
                shim.arm(false, LivemarkBridge.nextVersion());
                LivemarkBridge.shims(Map.of());
            }
        }
    }

    private synchronized void add(String spec, MethodHandle target) {
        if (shim.armed()) {
            Map<String, MethodHandle> more = new HashMap<>(installed);
            more.put(spec, target);
            installed = more;
            LivemarkBridge.shims(more);
        }
    }

    private static List<LiveProbe> wanting(List<LiveProbe> probes, String marker) {
        return probes.stream().filter(probe -> probe.wants(marker)).toList();
    }

    private record Needy(MarkedClass owner, MarkedSite site) {

        Place place() {
            return new Place(owner, site.method(), site.line());
        }
    }

    private record Place(MarkedClass owner, String method, int line) {}
}
