/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.Weaver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Which probes are called: targets and guards of their markers.
 *
 * <p>Whoever arms, disarms or links a site reads the current {@link Armed} set, makes targets of it, and offers these to the call
 * sites under the version of the set: whichever thread comes last, the newer set stays. None waits for another, and no lock is held
 * while targets are made, since that may ask class loaders of the application.
 *
 * <p>So a thread may still make targets of a set that has a probe in it which another has taken out. Those are not called, or for a
 * moment only; the probe is {@linkplain LiveProbe#isIdle not idle} before they are closed too.
 *
 * <p>A probe gets each hit from the end of {@link #arm} to the begin of {@link #disarm}. While these run it may get a hit and miss
 * the next one of the same thread: HotSpot of JDK 25 sets the target of a call site before it throws away the code that has the
 * target of before in it (that of JDK 17 after), so a thread may meet the new one in the interpreter and then run the old code.
 */
final class Arming implements LivemarkListener {

    private final Chains chains;
    private final Shims shims;
    private final Logger log;
    private volatile Armed armed = Armed.nothing();

    Arming(Weaver weaver, Chains chains, Logger log) {
        this.chains = chains;
        this.log = log;
        this.shims = new Shims(weaver, chains, this);
    }

    /** The probes that are called, in load order. */
    List<LiveProbe> probes() {
        return armed.probes();
    }

    /** Begins to call a probe at sites that link. */
    synchronized void add(LiveProbe probe) {
        armed = armed.with(probe);
    }

    /** Calls probes no more at sites that link. */
    synchronized void remove(List<LiveProbe> gone) {
        armed = armed.without(gone);
    }

    /** Lets a probe in. */
    interface Admission {
        void grant() throws Refusal;
    }

    /**
     * Has a probe called, targets first, then guards. Where that fails it is as before.
     *
     * @param admission calls {@link #add}, unless it says no
     */
    void arm(LiveProbe probe, Admission admission, LoadStep.Onlooker onlooker) throws Refusal {
        probe.aimed(1);
        try {
            admitAndArm(probe, admission, onlooker);
        } finally {
            aimedUnlessGone(probe);
        }
    }

    private void admitAndArm(LiveProbe probe, Admission admission, LoadStep.Onlooker onlooker) throws Refusal {
        List<LiveProbe> changed = List.of(probe);
        try {
            admission.grant();
            onlooker.at(LoadStep.ARMED);
            aim(changed);
            onlooker.at(LoadStep.AIMED);
            // Nobody who sees a guard on may still see the target of before: threads read the two one after the other.
            LivemarkFence.await();
            flip(changed);
            probe.called();
            onlooker.at(LoadStep.FLIPPED);
        } catch (Throwable e) {
            remove(changed);
            disarm(changed);
            throw e;
        }
    }

    /**
     * Has probes called no more that were {@linkplain #remove removed}: guards first, then targets. A thread may still be inside; see
     * {@link LiveProbe#isIdle}. Throws nothing: where no target can be made for the probes that stay, hits there call nobody.
     */
    void disarm(List<LiveProbe> gone) {
        Armed now = armed;
        for (Runnable step : List.<Runnable>of(() -> flip(gone), () -> aimOrClear(gone, now), shims::update)) {
            try {
                step.run();
            } catch (Throwable e) {
                // It may be the application's, whose text is its own code.
                log.warn(
                        "{} was not taken out as it should be: {}",
                        gone.get(0).name(),
                        e.getClass().getName());
            }
        }
        gone.forEach(chains::closeAllOf);
    }

    private void aimOrClear(List<LiveProbe> gone, Armed now) {
        for (LivemarkMarker marker : wantedBy(gone)) {
            for (LivemarkHits hits : marker.groups()) {
                try {
                    aim(hits, now);
                } catch (Throwable e) {
                    // Not to what will be closed: a hit that finds that closed comes back here.
                    log.warn(
                            "hits of {} are not delivered any more: {}",
                            marker.name,
                            e.getClass().getName());
                    chains.aim(hits, null, now.version());
                }
            }
        }
    }

    /** Has the sites of a loader call what serves it by now. */
    void aimAgain(LiveProbe probe, Home home) {
        probe.aimed(1);
        try {
            // A thread that links just now may not have seen what is new: what it aims at must not stay.
            Armed now = again();
            if (now.probes().contains(probe)) {
                aimAgain(probe, home, now);
            }
        } finally {
            aimedUnlessGone(probe);
        }
    }

    private synchronized Armed again() {
        armed = armed.again();
        return armed;
    }

    /** Where the probe was taken out while targets were made with it in mind, these are closed before it is seen idle. */
    private void aimedUnlessGone(LiveProbe probe) {
        try {
            if (!probes().contains(probe) && chains.isOpen(probe)) {
                disarm(List.of(probe));
            }
        } finally {
            probe.aimed(-1);
        }
    }

    private void aimAgain(LiveProbe probe, Home home, Armed now) {
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
        for (LiveProbe probe : probes()) {
            if (wantsAny(probe, changed.sites())) {
                probe.instances().at(changed.loader());
            }
        }
        if (!probes().isEmpty() && Shims.areNeededBy(changed)) {
            shims.update();
            for (MarkedSite site : changed.shimmed()) {
                if (wants(site.marker())) {
                    linked(LivemarkBridge.marker(site.marker()));
                }
            }
        }
    }

    private static boolean wantsAny(LiveProbe probe, List<MarkedSite> sites) {
        for (MarkedSite site : sites) {
            if (probe.wants(site.marker())) {
                return true;
            }
        }
        return false;
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
        return areWanting(armed.probes(), marker);
    }

    @Override
    public MethodHandle unknown(String spec) {
        return shims.unknown(spec);
    }

    /** Sets the targets of the linked sites that some probes want; others keep theirs, and the code compiled with it. */
    private void aim(List<LiveProbe> changed) {
        Armed now = armed;
        for (LivemarkMarker marker : wantedBy(changed)) {
            for (LivemarkHits hits : marker.groups()) {
                aim(hits, now);
            }
        }
        shims.update();
    }

    private void aim(LivemarkHits hits, Armed now) {
        if (hits.isGone()) {
            return;
        }
        List<String> types = hits.types.isEmpty() ? List.of() : Arrays.asList(hits.types.split(","));
        Chain.Origin origin =
                new Chain.Origin(hits.marker, types, hits.loader(), hits.home(), hits.type(), new Current(hits));
        chains.aim(hits, chains.make(origin, now.on(hits.marker.name)), now.version());
    }

    /** No lambda: to link one takes the first load longer than to load a class. */
    private record Current(LivemarkHits hits) implements Supplier<MethodHandle> {

        @Override
        public MethodHandle get() {
            return hits.target();
        }
    }

    /** Switches the guards that some probes want, as one. */
    private void flip(List<LiveProbe> changed) {
        Armed now = armed;
        List<LivemarkMarker> markers = wantedBy(changed);
        MutableCallSite[] guards = new MutableCallSite[markers.size()];
        for (int i = 0; i < guards.length; i++) {
            markers.get(i).arm(isArmed(markers.get(i), now), now.version());
            guards[i] = markers.get(i).guard;
        }
        MutableCallSite.syncAll(guards);
    }

    private static List<LivemarkMarker> wantedBy(List<LiveProbe> probes) {
        List<LivemarkMarker> wanted = new ArrayList<>();
        for (LivemarkMarker marker : LivemarkBridge.markers().values()) {
            if (!marker.name.equals(LivemarkBridge.SHIM) && areWanting(probes, marker.name)) {
                wanted.add(marker);
            }
        }
        return wanted;
    }

    private static boolean areWanting(List<LiveProbe> probes, String marker) {
        for (LiveProbe probe : probes) {
            if (probe.wants(marker)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isArmed(LivemarkMarker marker, Armed now) {
        return !now.on(marker.name).isEmpty();
    }
}
