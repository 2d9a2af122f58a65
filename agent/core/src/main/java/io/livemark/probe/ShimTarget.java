/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the hits go that come through the shim with one and the same spec: to the site that the stack shows. */
final class ShimTarget {

    /** What to call for a spec that is known, and that no probe wants. */
    static final MethodHandle NOTHING = MethodHandles.empty(MethodType.methodType(void.class, Object[].class));

    private static final String MARK = "io.livemark.Mark";

    private static final StackWalker STACK = StackWalker.getInstance(
            Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES));

    private final List<ShimSite> sites;
    private final boolean isAlone;
    private final Finder finder;

    /** Registers a site that nobody knew until it was hit. */
    interface Finder {

        /**
         * @param caller the frame that called {@code Mark}
         * @param called which of its methods
         * @param values what it passed
         * @return the site; null where it is to be passed over
         */
        ShimSite find(StackWalker.StackFrame caller, String called, Object[] values);
    }

    private ShimTarget(List<ShimSite> sites, boolean isAlone, Finder finder) {
        this.sites = new CopyOnWriteArrayList<>(sites);
        this.isAlone = isAlone;
        this.finder = finder;
    }

    /**
     * @param sites those that are known
     * @param mayBeOthers whether a hit may come from elsewhere; if not, it need not ask the stack where there is one site
     * @param finder is asked for others
     * @return {@code (Object[])void}
     */
    static MethodHandle of(List<ShimSite> sites, boolean mayBeOthers, Finder finder) {
        ShimTarget target = new ShimTarget(sites, sites.size() == 1 && !mayBeOthers, finder);
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
        ShimSite site = isAlone ? sites.get(0) : caller(values);
        if (site != null) {
            site.hit(values);
        }
    }

    private ShimSite caller(Object[] values) {
        StackWalker.StackFrame[] call = STACK.walk(frames -> {
            StackWalker.StackFrame[] last = new StackWalker.StackFrame[2];
            frames.dropWhile(frame -> !frame.getClassName().equals(MARK))
                    .peek(frame -> {
                        last[0] = last[1];
                        last[1] = frame;
                    })
                    .dropWhile(frame -> frame.getClassName().equals(MARK))
                    .findFirst();
            return last;
        });
        if (call[0] == null) {
            return null;
        }
        int line = Math.max(0, call[1].getLineNumber());
        for (ShimSite site : sites) {
            if (site.isAt(call[1].getDeclaringClass(), call[1].getMethodName(), line)) {
                return site;
            }
        }
        ShimSite found = finder.find(call[1], call[0].getMethodName(), values);
        if (found != null) {
            sites.add(found);
        }
        return found;
    }
}
