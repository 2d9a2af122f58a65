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

    /** Needs no other, and is needed first. */
    private static final String FIRST = "LivemarkJvm";

    /** Types before those that name them in a supertype; the JVM needs no other order. */
    private static final List<String> REST = List.of(
            "LivemarkListener",
            "LivemarkSite",
            "LivemarkHomes",
            "LivemarkHits$Linked",
            "LivemarkFence",
            "LivemarkCell",
            "LivemarkCells$Inside",
            "LivemarkCells$Loud",
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

    private final MethodHandles.Lookup inside;

    private BridgeInstaller(MethodHandles.Lookup inside) {
        this.inside = inside;
    }

    /**
     * Defines what tells of the JVM; the rest is there after {@link #finish}, unless all was there already. Each agent needs the
     * access anew, which {@code HitClass} uses too.
     */
    static BridgeInstaller begin(Instrumentation instrumentation) throws IOException, IllegalAccessException {
        Set<Module> us = Set.of(BridgeInstaller.class.getModule());
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of("java.lang", us), Set.of(), Map.of());
        if (isThere()) {
            return new BridgeInstaller(null);
        }
        BridgeInstaller installer =
                new BridgeInstaller(MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()));
        installer.define(FIRST);
        return installer;
    }

    void finish() throws IOException, IllegalAccessException {
        if (inside != null) {
            for (String name : REST) {
                define(name);
            }
        }
    }

    private void define(String name) throws IOException, IllegalAccessException {
        try (InputStream file = BridgeInstaller.class.getResourceAsStream(CLASSES + name + ".class")) {
            inside.defineClass(file.readAllBytes());
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
