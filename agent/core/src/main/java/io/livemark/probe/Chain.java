/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a hit calls: the handlers of all probes on the marker, in load order, each on its own. {@link HitClass} shows it as code.
 *
 * <p>Never changes: where a probe comes or goes there is a new one, and this one is closed. A hit that is late finds it closed
 * and goes to the new one, so that the other probes miss none.
 */
final class Chain {

    private final LivemarkMarker marker;
    private final List<LiveProbe> called;
    private final LivemarkEntry entry;

    // Leads to classes of the application, perhaps: only the loader of the sites may keep it.
    private MethodHandle target;

    /** A handler, and what a thread calls for it. */
    record Call(LiveProbe probe, MethodHandle target) {}

    /**
     * @param origin where the hits come from
     * @param calls some of {@link #calls}, at least one
     * @param cells of the threads
     * @param number of the way in; see {@link LivemarkEntry}
     */
    Chain(Origin origin, List<Call> calls, LivemarkCells cells, int number) {
        this.marker = origin.marker;
        this.called = new ArrayList<>();
        List<Consumer<Throwable>> faults = new ArrayList<>();
        List<LongAdder> spent = new ArrayList<>();
        List<LongAdder> suppressed = new ArrayList<>();
        MethodHandle[] handlers = new MethodHandle[calls.size()];
        for (Call call : calls) {
            handlers[called.size()] = call.target;
            // Each probe once, however many of its handlers are called.
            if (!called.contains(call.probe)) {
                suppressed.add(call.probe.suppressions());
            }
            called.add(call.probe);
            faults.add(call.probe.faults());
            spent.add(call.probe.spent());
        }
        this.entry = new LivemarkEntry(cells, number, faults, spent, suppressed, origin.current);
        this.target = HitClass.target(origin.type, origin.suppliers(), entry, handlers);
    }

    /**
     * A place that hits come from, and what it passes.
     *
     * @param marker the marker
     * @param types the types of its fields as Java writes them
     * @param loader in which these are to be understood
     * @param home the loader of the sites
     * @param type {@code (LivemarkSite, fields…)void}, erased
     * @param current gives what is to be called now for a hit that comes late; null for nothing
     */
    record Origin(
            LivemarkMarker marker,
            List<String> types,
            ClassLoader loader,
            ClassLoader home,
            MethodType type,
            Supplier<MethodHandle> current) {

        private Set<Integer> suppliers() {
            Set<Integer> suppliers = new HashSet<>();
            for (int i = 0; i < types.size(); i++) {
                if (Conversions.isSupplier(types.get(i), loader)) {
                    suppliers.add(i);
                }
            }
            return suppliers;
        }
    }

    /**
     * What a hit has to call.
     *
     * @param origin where the hits come from
     * @param probes those that want the marker, in load order; one that does not fit is told, and left out
     */
    static List<Call> calls(Origin origin, List<LiveProbe> probes) {
        List<Call> calls = new ArrayList<>();
        for (LiveProbe probe : probes) {
            Instance instance = probe.instances().at(origin.home);
            for (Handler handler : instance.handlersFor(origin.marker.name)) {
                Objection objection = handler.objection(origin.types, origin.loader);
                if (objection == null) {
                    MethodHandle target = target(instance, handler, origin.type);
                    calls.add(
                            new Call(probe, Fit.of(handler, origin.types, probe).guarding(target)));
                } else if (!probe.isLenient() || !objection.isOfNumber()) {
                    List<String> misfits = probe.instances()
                            .misfits(origin.marker.name, origin.types, origin.home, handler, objection);
                    for (String misfit : misfits) {
                        probe.misfit(misfit);
                    }
                }
            }
        }
        return calls;
    }

    private static MethodHandle target(Instance instance, Handler handler, MethodType type) {
        try {
            return handler.target(instance.object(), type);
        } catch (IllegalAccessException e) {
            throw new AssertionError("the classes of a probe are open to the agent", e);
        }
    }

    LivemarkMarker marker() {
        return marker;
    }

    /** Hands out what a hit calls, to whoever keeps it from now on; once. It throws nothing. */
    MethodHandle handOut() {
        MethodHandle handed = target;
        target = null;
        return handed;
    }

    LivemarkEntry entry() {
        return entry;
    }

    /** How many calls of a probe one hit makes; 0 where it is not on this chain. */
    long callsOf(LiveProbe probe) {
        return called.stream().filter(other -> other == probe).count();
    }

    /** Gives what was counted here to the marker and the probes, once nobody is inside any more. */
    void handOver() {
        long hits = entry.hits();
        marker.hits.add(hits);
        called.forEach(probe -> probe.delivered(hits));
    }
}
