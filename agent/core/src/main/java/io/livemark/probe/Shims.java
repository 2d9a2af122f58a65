/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.SiteForm;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the shim calls, made anew whenever the probes or the sites that need it change. */
final class Shims {

    private final LivemarkMarker shim = LivemarkBridge.marker(LivemarkBridge.SHIM);

    /**
     * Sets the targets, and the guard of the shim.
     *
     * @param classes all marked classes
     * @param probes all probes, in load order
     * @param version of this set of probes
     */
    synchronized void update(List<MarkedClass> classes, List<LiveProbe> probes, long version) {
        Map<String, MethodHandle> targets = new HashMap<>();
        Map<String, Integer> sitesOf = new HashMap<>();
        classes.forEach(owner -> needy(owner).forEach(site -> sitesOf.merge(site.text(), 1, Integer::sum)));
        boolean needed = false;
        for (MarkedClass owner : classes) {
            for (MarkedSite site : needy(owner)) {
                List<LiveProbe> wanting = probes.stream()
                        .filter(probe -> probe.wants(site.marker()))
                        .toList();
                if (!wanting.isEmpty()) {
                    needed = true;
                }
                // A site that asks whether its marker is armed needs the guard alone.
                if (!wanting.isEmpty() && site.kind() != MarkedSite.Kind.ARMED) {
                    boolean isOnly = sitesOf.get(site.text()) == 1;
                    targets.computeIfAbsent(site.text(), spec -> ShimTarget.of(owner, site, isOnly, wanting));
                }
            }
        }
        if (needed) {
            LivemarkBridge.shims(targets);
            shim.arm(true, version);
        } else {
            shim.arm(false, version);
            LivemarkBridge.shims(Map.of());
        }
    }

    static boolean areNeededBy(MarkedClass owner) {
        return !needy(owner).isEmpty();
    }

    private static List<MarkedSite> needy(MarkedClass owner) {
        return owner.sites().stream()
                .filter(site -> site.form() instanceof SiteForm.Shim)
                .toList();
    }
}
