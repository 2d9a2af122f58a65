/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * The chains behind what the shim calls at a time, which are closed together when it calls something else. Application threads
 * add to them while they find sites by their hits.
 */
final class ShimChains {

    private final Chains chains;
    private final List<Chain> made = new ArrayList<>();
    private boolean closed;

    ShimChains(Chains chains) {
        this.chains = chains;
    }

    /** As {@link Chains#make}; closed already where all are. */
    Chain make(Chain.Origin origin, List<LiveProbe> probes) {
        Chain chain = chains.make(origin, probes);
        if (chain != null && !keep(chain)) {
            chains.close(chain);
        }
        return chain;
    }

    private synchronized boolean keep(Chain chain) {
        return !closed && made.add(chain);
    }

    /** To be called once the shim calls something else. */
    void close() {
        List<Chain> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(made);
        }
        all.forEach(chains::close);
    }
}
