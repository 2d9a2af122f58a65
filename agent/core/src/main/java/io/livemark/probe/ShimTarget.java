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
import java.util.Arrays;
import java.util.List;

/** Where the hits go that come through the shim with one and the same spec. */
final class ShimTarget {

    private static final String MARK = "io.livemark.Mark";

    private final MethodHandle chain;
    private final int fields;
    private final LivemarkSite onlySite;
    private final String marker;

    private ShimTarget(MethodHandle chain, int fields, LivemarkSite onlySite, String marker) {
        this.chain = chain;
        this.fields = fields;
        this.onlySite = onlySite;
        this.marker = marker;
    }

    /**
     * @param owner the class of one of the sites
     * @param site that site
     * @param isOnly whether no other site has the same spec, so that a hit need not ask the stack where it comes from
     * @param probes those that want the marker, in load order
     * @return {@code (Object[])void}; null where no handler is to be called
     */
    static MethodHandle of(MarkedClass owner, MarkedSite site, boolean isOnly, List<LiveProbe> probes) {
        Class<?>[] parameters = new Class<?>[site.types().size() + 1];
        Arrays.fill(parameters, Object.class);
        parameters[0] = LivemarkSite.class;
        MethodType type = MethodType.methodType(void.class, parameters);
        MethodHandle chain = Chain.of(LivemarkBridge.marker(site.marker()), site.types(), owner.loader(), type, probes);
        if (chain == null) {
            return null;
        }
        LivemarkSite known = isOnly ? new LivemarkSite(site.marker(), owner.name(), site.method(), site.line()) : null;
        ShimTarget target = new ShimTarget(
                chain.asSpreader(Object[].class, site.types().size()),
                site.types().size(),
                known,
                site.marker());
        try {
            return MethodHandles.lookup().bind(target, "hit", MethodType.methodType(void.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unused") // of
    private void hit(Object[] args) throws Throwable {
        // mark(spec, (Object[]) null) is what javac makes of mark(spec, null).
        Object[] values = args == null ? new Object[1] : args;
        if (values.length == fields) {
            // A local of just this type: invokeExact takes the static types of its arguments for the type of the call.
            LivemarkSite site = onlySite == null ? caller() : onlySite;
            chain.invokeExact(site, values);
        }
    }

    private LivemarkSite caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> !frame.getClassName().equals(MARK))
                        .dropWhile(frame -> frame.getClassName().equals(MARK))
                        .findFirst()
                        .map(frame -> new LivemarkSite(
                                marker,
                                frame.getClassName(),
                                frame.getMethodName(),
                                Math.max(0, frame.getLineNumber())))
                        .orElse(new LivemarkSite(marker, "", "", 0)));
    }
}
