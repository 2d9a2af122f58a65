/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the shim calls, made anew whenever the probes or the sites that need it change. */
final class Shims {

    private final LivemarkMarker shim = LivemarkBridge.marker(LivemarkBridge.SHIM);
    private final AtomicLong begun = new AtomicLong();
    private long installed;

    /**
     * Sets the targets, and the guard of the shim. Two threads may do so at a time, one that loads a probe and one that defines
     * a class. No lock is held while targets are made, since that may ask the application's loaders; whoever began last has
     * seen most, and stays.
     *
     * @param classes gives all marked classes
     * @param armed gives all probes, in load order
     */
    void update(Supplier<List<MarkedClass>> classes, Supplier<List<LiveProbe>> armed) {
        long began = begun.incrementAndGet();
        List<LiveProbe> probes = armed.get();
        Map<String, List<Needy>> bySpec = new LinkedHashMap<>();
        for (MarkedClass owner : classes.get()) {
            for (MarkedSite site : owner.shimmed()) {
                bySpec.computeIfAbsent(site.text(), spec -> new ArrayList<>()).add(new Needy(owner, site));
            }
        }
        Map<String, MethodHandle> targets = new HashMap<>();
        boolean needed = false;
        for (List<Needy> sites : bySpec.values()) {
            Needy first = sites.get(0);
            List<LiveProbe> wanting = probes.stream()
                    .filter(probe -> probe.wants(first.site().marker()))
                    .toList();
            needed |= !wanting.isEmpty();
            // A site that asks whether its marker is armed needs the guard alone.
            if (!wanting.isEmpty() && first.site().kind() != MarkedSite.Kind.ARMED) {
                MethodHandle target = ShimTarget.of(first.owner(), first.site(), sites.size() == 1, wanting);
                if (target != null) {
                    targets.put(first.site().text(), target);
                }
            }
        }
        install(targets, needed, began);
    }

    private synchronized void install(Map<String, MethodHandle> targets, boolean needed, long began) {
        if (began < installed) {
            return;
        }
        installed = began;
        if (needed) {
            LivemarkBridge.shims(targets);
            shim.arm(true, LivemarkBridge.nextVersion());
        } else {
            shim.arm(false, LivemarkBridge.nextVersion());
            LivemarkBridge.shims(Map.of());
        }
    }

    private record Needy(MarkedClass owner, MarkedSite site) {}

    static boolean areNeededBy(MarkedClass owner) {
        return !owner.shimmed().isEmpty();
    }
}
