/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.Weaver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;

/**
 * Which probes are called: targets and guards of their markers.
 *
 * <p>One thread at a time arms and disarms. An application thread that links a site reads the current {@link Armed} set, makes a
 * target of it, and offers that to the call site under the version of the set: whichever of the two threads comes last, the
 * newer set stays. Neither waits for the other.
 */
final class Arming implements LivemarkListener {

    private final Chains chains;
    private final Shims shims;
    private final Logger log;
    private volatile Armed armed = Armed.nothing();

    Arming(Weaver weaver, Chains chains, Logger log) {
        this.chains = chains;
        this.log = log;
        this.shims = new Shims(weaver, chains, this::probes, this::linked);
    }

    /** The probes that are called, in load order. */
    List<LiveProbe> probes() {
        return armed.probes();
    }

    /** Has a probe called, targets first, then guards. Where that fails it is as before. */
    void arm(LiveProbe probe, LoadStep.Onlooker onlooker) throws Refusal {
        List<LiveProbe> changed = List.of(probe);
        try {
            armed = armed.with(probe);
            onlooker.at(LoadStep.ARMED);
            aim(changed);
            onlooker.at(LoadStep.AIMED);
            // Nobody who sees a guard on may still see the target of before: threads read the two one after the other.
            LivemarkFence.await();
            flip(changed);
            onlooker.at(LoadStep.FLIPPED);
        } catch (Throwable e) {
            armed = armed.without(changed);
            for (Runnable back : List.<Runnable>of(
                    () -> flip(changed), () -> aim(changed), () -> changed.forEach(chains::closeAllOf))) {
                try {
                    back.run();
                } catch (Throwable again) {
                    log.warn("what was done of {} could not all be undone", probe.name(), again);
                }
            }
            throw e;
        }
    }

    /** Has probes called no more: guards first, then targets. A thread may still be inside; see {@link LiveProbe#isIdle}. */
    void disarm(List<LiveProbe> gone) {
        armed = armed.without(gone);
        flip(gone);
        aim(gone);
        gone.forEach(chains::closeAllOf);
    }

    /** Has the sites of a loader call what serves it by now. */
    void aimAgain(LiveProbe probe, Home home) {
        if (!armed.probes().contains(probe)) {
            return;
        }
        // A thread that links just now may not have seen what is new: what it aims at must not stay.
        armed = armed.again();
        Armed now = armed;
        for (LivemarkMarker marker : wantedBy(List.of(probe))) {
            marker.groups().stream().filter(hits -> home.is(hits.home())).forEach(hits -> aim(hits, now));
        }
        shims.update();
    }

    /**
     * Looks whether a class needs the shim for a probe that is called. Called while the class is being defined or replaced, on the
     * thread that does.
     */
    void changed(MarkedClass changed) {
        // What serves the loader is made meanwhile, where it is a new one.
        probes().stream()
                .filter(probe -> changed.sites().stream().anyMatch(site -> probe.wants(site.marker())))
                .forEach(probe -> probe.instances().at(changed.loader()));
        if (!probes().isEmpty() && Shims.areNeededBy(changed)) {
            shims.update();
            changed.shimmed().stream()
                    .filter(site -> wants(site.marker()))
                    .forEach(site -> linked(LivemarkBridge.marker(site.marker())));
        }
    }

    /** The shim has more sites, or fewer. */
    void updateShims() {
        shims.update();
    }

    @Override
    public void linked(LivemarkMarker marker) {
        if (!marker.name.equals(LivemarkBridge.SHIM)) {
            Armed now = armed;
            marker.arm(isArmed(marker, now), now.version());
        }
    }

    @Override
    public void linked(LivemarkHits hits) {
        aim(hits, armed);
    }

    @Override
    public boolean wants(String marker) {
        return armed.probes().stream().anyMatch(probe -> probe.wants(marker));
    }

    @Override
    public MethodHandle unknown(String spec) {
        return shims.unknown(spec);
    }

    /** Sets the targets of the linked sites that some probes want; others keep theirs, and the code compiled with it. */
    private void aim(List<LiveProbe> changed) {
        Armed now = armed;
        for (LivemarkMarker marker : wantedBy(changed)) {
            marker.groups().forEach(hits -> aim(hits, now));
        }
        shims.update();
    }

    private void aim(LivemarkHits hits, Armed now) {
        if (hits.isGone()) {
            return;
        }
        List<String> types = hits.types.isEmpty() ? List.of() : Arrays.asList(hits.types.split(","));
        Chain.Origin origin =
                new Chain.Origin(hits.marker, types, hits.loader(), hits.home(), hits.type(), hits::target);
        chains.aim(hits, chains.make(origin, now.on(hits.marker.name)), now.version());
    }

    /** Switches the guards that some probes want, as one. */
    private void flip(List<LiveProbe> changed) {
        Armed now = armed;
        List<LivemarkMarker> markers = wantedBy(changed);
        markers.forEach(marker -> marker.arm(isArmed(marker, now), now.version()));
        MutableCallSite.syncAll(markers.stream().map(marker -> marker.guard).toArray(MutableCallSite[]::new));
    }

    private static List<LivemarkMarker> wantedBy(List<LiveProbe> probes) {
        return LivemarkBridge.markers().values().stream()
                .filter(marker -> !marker.name.equals(LivemarkBridge.SHIM))
                .filter(marker -> probes.stream().anyMatch(probe -> probe.wants(marker.name)))
                .toList();
    }

    private static boolean isArmed(LivemarkMarker marker, Armed now) {
        return !now.on(marker.name).isEmpty();
    }
}
