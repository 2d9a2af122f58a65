/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;

/** One site whose hits come through {@code Mark}, and what they call. */
final class ShimSite {

    private static final WeakReference<MethodHandle> NOTHING = new WeakReference<>(null);
    private static final MethodHandle SHIM;

    static {
        try {
            SHIM = MethodHandles.lookup()
                    .findStatic(
                            LivemarkBridge.class,
                            "shim",
                            MethodType.methodType(void.class, String.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final MarkedClass owner;
    private final MarkedSite site;
    private final LivemarkSite view;
    private final WeakReference<MethodHandle> chain;

    private ShimSite(MarkedClass owner, MarkedSite site, WeakReference<MethodHandle> chain) {
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
     * @param chains makes what is called
     */
    static ShimSite of(MarkedClass owner, MarkedSite site, boolean typed, List<LiveProbe> probes, ShimChains chains) {
        if (probes.isEmpty()) {
            return new ShimSite(owner, site, NOTHING);
        }
        int fields = site.types().size();
        boolean known = typed && !site.isFoundByHit();
        MethodType type = MethodType.genericMethodType(fields)
                .changeReturnType(void.class)
                .insertParameterTypes(0, LivemarkSite.class);
        // Of objects whose types nobody knows no loader need be asked, and where the site is hit just now none must be.
        Chain.Origin origin = new Chain.Origin(
                LivemarkBridge.marker(site.marker()),
                known ? site.types() : Collections.nCopies(fields, Conversions.UNKNOWN),
                known ? owner.loader() : null,
                owner.loader(),
                type,
                () -> again(site.text(), type));
        Chain chain = chains.make(origin, probes);
        return new ShimSite(
                owner,
                site,
                chain == null
                        ? NOTHING
                        : chains.keep(owner.loader(), chain.handOut().asSpreader(Object[].class, fields)));
    }

    /** What a hit calls that comes late: the shim once more, which leads elsewhere by now. */
    private static MethodHandle again(String spec, MethodType type) {
        return MethodHandles.dropArguments(
                MethodHandles.insertArguments(SHIM, 0, spec.intern())
                        .asCollector(Object[].class, type.parameterCount() - 1),
                0,
                LivemarkSite.class);
    }

    boolean isAt(Class<?> type, String method, int line) {
        return line == site.line()
                && method.equals(site.method())
                && type.getName().equals(owner.name())
                && type.getClassLoader() == owner.loader();
    }

    void hit(Object[] values) throws Throwable {
        MethodHandle target = chain.get();
        if (target != null && values.length == site.types().size()) {
            // A local of just this type: invokeExact takes the static types of its arguments for the type of the call.
            LivemarkSite seen = view;
            target.invokeExact(seen, values);
        }
    }
}
