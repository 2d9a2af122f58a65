/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;

/** One site whose hits come through {@code Mark}, and what they call. */
final class ShimSite {

    private final MarkedClass owner;
    private final MarkedSite site;
    private final LivemarkSite view;
    private final MethodHandle chain;

    private ShimSite(MarkedClass owner, MarkedSite site, MethodHandle chain) {
        this.owner = owner;
        this.site = site;
        this.view = new LivemarkSite(site.marker(), owner.name(), site.method(), site.line());
        this.chain = chain;
    }

    /**
     * @param owner the class of the site
     * @param site the site
     * @param typed whether its types hold for all that is hit there
     * @param probes those that want the marker, in load order; none where nothing is to be called
     */
    static ShimSite of(MarkedClass owner, MarkedSite site, boolean typed, List<LiveProbe> probes) {
        if (probes.isEmpty()) {
            return new ShimSite(owner, site, null);
        }
        int fields = site.types().size();
        boolean known = typed && !site.isFoundByHit();
        MethodType type = MethodType.genericMethodType(fields)
                .changeReturnType(void.class)
                .insertParameterTypes(0, LivemarkSite.class);
        // Of objects whose types nobody knows no loader need be asked, and where the site is hit just now none must be.
        MethodHandle chain = Chain.of(
                LivemarkBridge.marker(site.marker()),
                known ? site.types() : Collections.nCopies(fields, Conversions.UNKNOWN),
                known ? owner.loader() : null,
                owner.loader(),
                type,
                probes);
        return new ShimSite(owner, site, chain == null ? null : chain.asSpreader(Object[].class, fields));
    }

    boolean isAt(Class<?> type, String method, int line) {
        return line == site.line()
                && method.equals(site.method())
                && type.getName().equals(owner.name())
                && type.getClassLoader() == owner.loader();
    }

    void hit(Object[] values) throws Throwable {
        if (chain != null && values.length == site.types().size()) {
            // A local of just this type: invokeExact takes the static types of its arguments for the type of the call.
            LivemarkSite seen = view;
            chain.invokeExact(seen, values);
        }
    }
}
