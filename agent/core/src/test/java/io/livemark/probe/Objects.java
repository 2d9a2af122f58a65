/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Probe;
import io.livemark.weave.FakeInstrumentation;
import io.livemark.weave.Weaver;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.helpers.NOPLogger;

/** The objects of a probe of which there is one already. */
final class Objects {

    private static final Weaver KNOWS_NOTHING = new Weaver(
            FakeInstrumentation.of((name, arguments) -> {
                throw new AssertionError(name);
            }),
            NOPLogger.NOP_LOGGER);

    private Objects() {}

    static Instances of(Object probe, List<Handler> handlers, Context context) {
        List<MarkerPattern> patterns =
                handlers.stream().map(Handler::pattern).distinct().toList();
        String name = probe.getClass().getName();
        ProbeFiles files = new ProbeFiles(Map.of(), name, patterns, Map.of(), Set.of(), Set.of());
        Instances instances = new Instances("test", files, context, KNOWS_NOTHING, new Chains(), Runnable::run);
        instances.add(new Instance(new ProbeType(probe.getClass(), handlers, Map.of()), probe), List.of());
        return instances;
    }

    /** A probe of this one object, with its handlers by the names of the methods. */
    static LiveProbe probe(Object instance, Chains chains, Runnable onTooManyExceptions) {
        List<Handler> handlers = Arrays.stream(instance.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Probe.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new Handler(
                        new MarkerPattern(method.getAnnotation(Probe.class).value()), method))
                .toList();
        Context context = new Context("test", Map.of(), null, NOPLogger.NOP_LOGGER);
        return new LiveProbe(
                "test", of(instance, handlers, context), context, chains, probe -> onTooManyExceptions.run());
    }
}
