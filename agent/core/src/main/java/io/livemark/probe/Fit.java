/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at each hit whether the values go where a handler takes them, for sites of which nobody knows the types. Costs nothing
 * where they are known.
 */
final class Fit {

    private static final MethodHandle TEST;

    static {
        try {
            TEST = MethodHandles.lookup()
                    .findVirtual(
                            Fit.class,
                            "test",
                            MethodType.methodType(boolean.class, LivemarkSite.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Handler handler;
    private final boolean isKnown;
    private final LiveProbe probe;
    private final AtomicBoolean told = new AtomicBoolean();

    private Fit(Handler handler, boolean isKnown, LiveProbe probe) {
        this.handler = handler;
        this.isKnown = isKnown;
        this.probe = probe;
    }

    /**
     * @param types of the fields
     * @param probe is told of the first hit that does not fit
     */
    static Fit of(Handler handler, List<String> types, LiveProbe probe) {
        boolean isKnown = handler.takesAnything() || !types.contains(Conversions.UNKNOWN);
        return new Fit(handler, isKnown, probe);
    }

    /**
     * @param call of the handler, {@code (LivemarkSite, LivemarkCell, fields…)void}
     */
    MethodHandle guarding(MethodHandle call) {
        MethodType type = call.type();
        if (isKnown) {
            return call;
        }
        MethodHandle test = TEST.bindTo(this)
                .asCollector(Object[].class, type.parameterCount() - 2)
                .asType(type.dropParameterTypes(1, 2).changeReturnType(boolean.class));
        return MethodHandles.guardWithTest(
                MethodHandles.dropArguments(test, 1, LivemarkCell.class), call, MethodHandles.empty(type));
    }

    @SuppressWarnings("unused") // TEST
    private boolean test(LivemarkSite site, Object[] values) {
        List<Class<?>> parameters = handler.parameters();
        for (int i = 0; i < values.length; i++) {
            if (!Conversions.takes(parameters.get(i), values[i])) {
                if (told.compareAndSet(false, true)) {
                    String passed = values[i] == null
                            ? Conversions.NULL
                            : values[i].getClass().getTypeName();
                    Objection objection = new Objection(i, parameters.get(i).getTypeName(), passed);
                    probe.misfit("its method " + handler.method().getName() + " " + objection.sentence(List.of())
                            + ": " + site.marker + " at " + site.className + "." + site.method + ":" + site.line
                            + ", where the types of the fields are not known");
                }
                return false;
            }
        }
        return true;
    }
}
