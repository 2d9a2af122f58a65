/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the bridge in {@code java.base}.
 *
 * <p>{@code java.lang} is opened to the module of the private loader, and to no other; the JVM offers no way to close it to that
 * module again, but the loader goes with the agent. The bridge itself stays: woven code points to it.
 */
final class BridgeInstaller {

    private static final String CLASSES = "/META-INF/livemark/bridge/java/lang/";
    private static final String ENTRY = "LivemarkBridge";

    /** Types before those that name them in a supertype; the JVM needs no other order. */
    private static final List<String> NAMES = List.of(
            "LivemarkListener",
            "LivemarkSite",
            "LivemarkHits$Linked",
            "LivemarkFence",
            "LivemarkCell",
            "LivemarkCells$Inside",
            "LivemarkCells",
            "LivemarkEntry",
            "LivemarkSpread",
            "LivemarkHits",
            "LivemarkMarker",
            "LivemarkClasses",
            "LivemarkThreads$Containers",
            "LivemarkThreads",
            "LivemarkSlot",
            "LivemarkSlots",
            ENTRY);

    private BridgeInstaller() {}

    static void install(Instrumentation instrumentation) throws IOException, IllegalAccessException {
        if (isThere()) {
            return;
        }
        Set<Module> us = Set.of(BridgeInstaller.class.getModule());
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of("java.lang", us), Set.of(), Map.of());
        MethodHandles.Lookup inside = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
        for (String name : NAMES) {
            try (InputStream file = BridgeInstaller.class.getResourceAsStream(CLASSES + name + ".class")) {
                inside.defineClass(file.readAllBytes());
            }
        }
    }

    private static boolean isThere() {
        try {
            Class.forName("java.lang." + ENTRY, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
