/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import io.livemark.Mark;
import io.livemark.probe.LiveProbe;
import io.livemark.probe.LoadOrder;
import io.livemark.probe.Probes;
import io.livemark.probe.Refusal;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import io.livemark.shaded.slf4j.helpers.NOPLogger;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Livemark without its control: weaver, probes, and one woven class. The bridge is in java.base, by --patch-module. */
final class Engine {

    /** The marked method. */
    static final Consumer<Object> SUBJECT;

    private static final Map<String, Runnable> CLOSED = new ConcurrentHashMap<>();
    private static final AtomicLong NAMES = new AtomicLong();
    private static final Map<String, byte[]> PROBE =
            Map.of("io/livemark/stress/TellingProbe.class", file(TellingProbe.class));
    private static final Probes PROBES;

    private static ClassFileTransformer transformer;

    static {
        System.getProperties().put("stress.closed", CLOSED);
        Weaver weaver = new Weaver(instrumentation(), NOPLogger.NOP_LOGGER);
        PROBES = new Probes(weaver, NOPLogger.NOP_LOGGER);
        LivemarkBridge.listener(PROBES.listener());
        weaver.prepare(file(Subject.class));
        weaver.install(true, PROBES::changed);
        try {
            SUBJECT = subject();
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Engine() {}

    static String newName() {
        return "probe" + NAMES.incrementAndGet();
    }

    /** Loads a probe; returns once it is armed. */
    static LiveProbe load(String name, Runnable onClose) {
        CLOSED.put(name, onClose);
        try {
            return PROBES.load(new LoadOrder(name, PROBE, Map.of(), null, Limits.NONE, false), faulty -> {})
                    .probe();
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unloads a probe; {@return whether it was seen drained} */
    static boolean unload(LiveProbe probe) {
        List<Receipt> receipts = PROBES.unload(List.of(probe), Receipt.Cause.UNLOADED);
        if (receipts.size() != 1 || receipts.get(0).exceptions() != 0) {
            throw new IllegalStateException(receipts.toString());
        }
        return receipts.get(0).isDrained();
    }

    /** In a loader of the JDK's own: the agent takes classes of its own loaders for its own. */
    @SuppressWarnings("unchecked")
    private static Consumer<Object> subject() throws Exception {
        Path folder = Files.createTempDirectory("livemark-stress");
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        for (Class<?> type : List.of(Mark.class, Subject.class)) {
            String name = type.getName().replace('.', '/');
            byte[] woven = transformer.transform(loader, name, null, null, file(type));
            Path path = folder.resolve(name + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, woven == null ? file(type) : woven);
        }
        Class<?> woven = loader.loadClass(Subject.class.getName());
        // Linked while there is no probe, as most sites are.
        Consumer<Object> subject =
                (Consumer<Object>) woven.getDeclaredConstructor().newInstance();
        subject.accept(null);
        return subject;
    }

    private static Instrumentation instrumentation() {
        return (Instrumentation) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "addTransformer":
                            transformer = (ClassFileTransformer) arguments[0];
                            return null;
                        case "getAllLoadedClasses":
                            return new Class<?>[0];
                        default:
                            throw new AssertionError(method);
                    }
                });
    }

    private static byte[] file(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
