/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What a hit calls: the handlers of all probes on the marker, one after the other, each on its own.
 *
 * <pre>
 *   if (enter()) {                       // not inside a handler on this thread
 *       try {
 *           marker.hits.increment();
 *           probe.enter(); try { handler(site, fields…) } catch (Throwable t) { probe.fault(t) } probe.leave();
 *           …
 *       } finally { exit() }
 *   }                                    // and around it all: catch (Throwable t) { first probe.fault(t) }
 * </pre>
 *
 * <p>Put together of method handles, so that the JIT sees one constant and inlines it into the hit. Throws nothing.
 */
final class Chain {

    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final MethodHandle ENTER_PROBE =
            virtual(LiveProbe.class, "enter", MethodType.methodType(void.class));
    private static final MethodHandle LEAVE_PROBE =
            virtual(LiveProbe.class, "leave", MethodType.methodType(void.class));
    private static final MethodHandle FAULT =
            virtual(LiveProbe.class, "fault", MethodType.methodType(void.class, Throwable.class));
    private static final MethodHandle COUNT = virtual(LongAdder.class, "increment", MethodType.methodType(void.class));
    private static final MethodHandle ENTER = virtual(Chain.class, "enter", MethodType.methodType(boolean.class));
    private static final MethodHandle EXIT = fixed("exit", MethodType.methodType(void.class, Throwable.class));
    private static final MethodHandle VALUE = fixed("value", MethodType.methodType(Object.class, Object.class));

    /**
     * Whether this thread is inside a handler. The value is the JDK's own type and the key is held weakly by the thread: nothing
     * of the agent stays behind in a thread of the application.
     */
    private static final ThreadLocal<boolean[]> INSIDE = new ThreadLocal<>();

    private final List<LiveProbe> probes;

    private Chain(List<LiveProbe> probes) {
        this.probes = probes;
    }

    /**
     * Puts a target together.
     *
     * @param marker the marker
     * @param types the types of its fields as Java writes them
     * @param loader in which these are to be understood
     * @param home the loader of the sites
     * @param type {@code (LivemarkSite, fields…)void}
     * @param probes those that want the marker, in load order; one that does not fit is told, and left out
     * @return a target; null where no handler is to be called
     */
    static MethodHandle of(
            LivemarkMarker marker,
            List<String> types,
            ClassLoader loader,
            ClassLoader home,
            MethodType type,
            List<LiveProbe> probes) {
        List<MethodHandle> calls = new ArrayList<>();
        for (LiveProbe probe : probes) {
            Instance instance = probe.instances().at(home);
            for (Handler handler : instance.handlersFor(marker.name)) {
                Objection objection = handler.objection(types, loader);
                if (objection == null) {
                    MethodHandle call = isolated(probe, instance, handler, type);
                    calls.add(Fit.of(handler, types, probe::misfit).guarding(call));
                } else {
                    probe.instances()
                            .misfits(marker.name, types, home, handler, objection)
                            .forEach(probe::misfit);
                }
            }
        }
        if (calls.isEmpty()) {
            return null;
        }
        // Last first: a fold calls what it is given before what it has.
        Collections.reverse(calls);
        MethodHandle all = MethodHandles.empty(type);
        for (MethodHandle call : calls) {
            all = MethodHandles.foldArguments(all, call);
        }
        all = MethodHandles.foldArguments(all, COUNT.bindTo(marker.hits));
        all = MethodHandles.tryFinally(withValuesOfSuppliers(all, types, loader), EXIT);
        MethodHandle enter = ENTER.bindTo(new Chain(probes));
        MethodHandle once = MethodHandles.guardWithTest(enter, all, MethodHandles.empty(type));
        return MethodHandles.catchException(once, Throwable.class, FAULT.bindTo(probes.get(0)));
    }

    private static MethodHandle isolated(LiveProbe probe, Instance instance, Handler handler, MethodType type) {
        MethodHandle call;
        try {
            call = handler.target(instance.object(), type);
        } catch (IllegalAccessException e) {
            throw new AssertionError("the classes of a probe are open to the agent", e);
        }
        MethodHandle caught = MethodHandles.catchException(call, Throwable.class, FAULT.bindTo(probe));
        MethodHandle entered = MethodHandles.foldArguments(caught, ENTER_PROBE.bindTo(probe));
        MethodHandle leave = MethodHandles.dropArguments(LEAVE_PROBE.bindTo(probe), 0, type.parameterList());
        return MethodHandles.foldArguments(leave, entered);
    }

    private static MethodHandle withValuesOfSuppliers(MethodHandle target, List<String> types, ClassLoader loader) {
        MethodHandle filtered = target;
        for (int i = 0; i < types.size(); i++) {
            if (Conversions.isSupplier(types.get(i), loader)) {
                filtered = MethodHandles.filterArguments(filtered, i + 1, VALUE);
            }
        }
        return filtered;
    }

    /** Small enough for C2 to inline it before it is known to be hot: the mark is, long before the probe comes. */
    @SuppressWarnings("unused") // ENTER
    private boolean enter() {
        boolean[] inside = INSIDE.get();
        if (inside == null || inside[0]) {
            return enterSlowly(inside);
        }
        inside[0] = true;
        return true;
    }

    private boolean enterSlowly(boolean[] inside) {
        if (inside == null) {
            INSIDE.set(new boolean[] {true});
            return true;
        }
        probes.forEach(LiveProbe::suppress);
        return false;
    }

    @SuppressWarnings("unused") // EXIT
    private static void exit(Throwable thrown) {
        INSIDE.get()[0] = false;
    }

    @SuppressWarnings("unused") // VALUE
    private static Object value(Object supplier) {
        return supplier == null ? null : ((Supplier<?>) supplier).get();
    }

    private static MethodHandle virtual(Class<?> owner, String name, MethodType type) {
        try {
            return HERE.findVirtual(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static MethodHandle fixed(String name, MethodType type) {
        try {
            return HERE.findStatic(Chain.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
