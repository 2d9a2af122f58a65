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

/** What the shim calls, made anew whenever the probes or the sites that need it change. */
final class Shims {

    /** How many hits with a spec that leads nowhere are looked at before the probes change. */
    private static final int MOST_MISSES = 10_000;

    private final LivemarkMarker shim = LivemarkBridge.marker(LivemarkBridge.SHIM);
    private final Weaver weaver;
    private final Chains chains;
    private final Arming arming;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicInteger misses = new AtomicInteger();
    private Map<String, MethodHandle> installed = Map.of();
    private ShimChains behind;
    private long version;

    /**
     * @param weaver knows all marked classes
     * @param all makes what is called
     * @param arming knows all probes, and is told of a marker that was found by a hit
     */
    Shims(Weaver weaver, Chains all, Arming arming) {
        this.weaver = weaver;
        this.chains = all;
        this.behind = new ShimChains(all);
        this.arming = arming;
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
        List<LiveProbe> probes = arming.probes();
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
        ShimChains made = new ShimChains(chains);
        if (needed) {
            for (Map.Entry<String, List<Needy>> sites : bySpec.entrySet()) {
                targets.put(sites.getKey(), target(sites.getValue(), probes, made));
            }
        }
        install(targets, made, needed, began).close();
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
        return add(spec);
    }

    private MethodHandle target(List<Needy> sites, List<LiveProbe> probes, ShimChains made) {
        String marker = sites.get(0).site().marker();
        List<LiveProbe> wanting = wanting(probes, marker);
        if (wanting.isEmpty()) {
            return ShimTarget.NOTHING;
        }
        Map<Place, List<Needy>> byPlace = new LinkedHashMap<>();
        sites.forEach(needy -> byPlace.computeIfAbsent(needy.place(), place -> new ArrayList<>())
                .add(needy));
        List<ShimSite> shimmed = new ArrayList<>();
        byPlace.values().forEach(same -> shimmed.add(site(same, wanting, made)));
        return ShimTarget.of(
                shimmed, weaver.hasStrangers(), finder(sites.get(0).site().text(), wanting, made));
    }

    /** Sites that stand on one line of one method cannot be told apart by the stack. */
    private static ShimSite site(List<Needy> same, List<LiveProbe> wanting, ShimChains made) {
        Needy first = same.get(0);
        boolean typed = same.stream()
                .allMatch(needy -> needy.site().types().equals(first.site().types()));
        return ShimSite.of(first.owner(), first.site(), typed, wanting, made);
    }

    private ShimTarget.Finder finder(String spec, List<LiveProbe> probes, ShimChains made) {
        return (caller, called, values) -> {
            MarkedSite.Kind kind = called.equals("label") ? MarkedSite.Kind.LABEL : MarkedSite.Kind.MARK;
            Weaver.Found found = weaver.found(caller, kind, spec, values.length);
            if (found == null) {
                return null;
            }
            MarkedSite site = found.site();
            List<LiveProbe> wanting = site.isReachable() ? wanting(probes, site.marker()) : List.of();
            if (!wanting.isEmpty()) {
                arming.linked(LivemarkBridge.marker(site.marker()));
            }
            return ShimSite.of(found.owner(), site, true, wanting, made);
        };
    }

    /** {@return the chains that are not called any more} */
    private ShimChains install(Map<String, MethodHandle> targets, ShimChains made, boolean needed, long began) {
        synchronized (this) {
            if (began < version) {
                return made;
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
            ShimChains before = behind;
            behind = made;
            return before;
        }
    }

    private synchronized MethodHandle add(String spec) {
        MethodHandle target = ShimTarget.of(List.of(), true, finder(spec, arming.probes(), behind));
        if (shim.armed()) {
            Map<String, MethodHandle> more = new HashMap<>(installed);
            more.put(spec, target);
            installed = more;
            LivemarkBridge.shims(more);
        }
        return target;
    }

    private static List<LiveProbe> wanting(List<LiveProbe> probes, String marker) {
        List<LiveProbe> wanting = new ArrayList<>();
        for (LiveProbe probe : probes) {
            if (probe.wants(marker)) {
                wanting.add(probe);
            }
        }
        return wanting;
    }

    private record Needy(MarkedClass owner, MarkedSite site) {

        Place place() {
            return new Place(owner, site.method(), site.line());
        }
    }

    private record Place(MarkedClass owner, String method, int line) {}
}
