/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The probes that are called, in load order.
 *
 * @param version grows with each change, over all agents that this JVM sees
 * @param probes what is called
 */
record Armed(long version, List<LiveProbe> probes) {

    static Armed nothing() {
        return new Armed(LivemarkBridge.nextVersion(), List.of());
    }

    List<LiveProbe> on(String marker) {
        List<LiveProbe> wanting = new ArrayList<>();
        for (LiveProbe probe : probes) {
            if (probe.wants(marker)) {
                wanting.add(probe);
            }
        }
        return wanting;
    }

    Armed with(LiveProbe probe) {
        List<LiveProbe> more = new ArrayList<>(probes);
        more.add(probe);
        return new Armed(LivemarkBridge.nextVersion(), List.copyOf(more));
    }

    Armed again() {
        return new Armed(LivemarkBridge.nextVersion(), probes);
    }

    Armed without(List<LiveProbe> gone) {
        return new Armed(
                LivemarkBridge.nextVersion(),
                probes.stream().filter(Predicate.not(gone::contains)).toList());
    }
}
