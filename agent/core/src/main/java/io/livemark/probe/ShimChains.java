/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The chains behind what the shim calls at a time, which are closed together when it calls something else. Application threads
 * add to them while they find sites by their hits.
 */
final class ShimChains {

    private final Chains chains;
    private final List<Chain> made = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private boolean closed;

    /** A target, and the loader that keeps it. */
    private record Kept(WeakReference<ClassLoader> home, WeakReference<MethodHandle> target) {

        void letGo() {
            LivemarkHomes.letGo(home.get(), target.get());
        }
    }

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

    /**
     * Has a target live as long as the loader of its site, and as all this is called; it may lead back to classes of the loader.
     *
     * @param home the loader; null for the bootstrap loader
     */
    WeakReference<MethodHandle> keep(ClassLoader home, MethodHandle target) {
        Kept one = new Kept(new WeakReference<>(home), new WeakReference<>(target));
        synchronized (this) {
            if (!closed) {
                LivemarkHomes.keep(home, target);
                kept.add(one);
            }
        }
        return one.target();
    }

    /** To be called once the shim calls something else. */
    void close() {
        List<Chain> all;
        synchronized (this) {
            closed = true;
            for (Kept one : kept) {
                if (one.target().get() != null) {
                    one.letGo();
                }
            }
            all = List.copyOf(made);
        }
        for (Chain chain : all) {
            chains.close(chain);
        }
    }
}
