/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.loader.ClassLoaderValue;

/**
 * Objects that live as long as a class loader of the application, unless they are let go of before: reachable from it alone, so
 * that they may lead back to it and its classes, and yet all of that goes once the application has let go of the loader.
 */
public final class LivemarkHomes {

    private static final ClassLoaderValue<Set<Object>> KEPT = new ClassLoaderValue<>();

    private LivemarkHomes() {}

    /**
     * Keeps an object.
     *
     * @param home the loader; null for the bootstrap loader
     * @param kept its equality must be its identity
     */
    public static void keep(ClassLoader home, Object kept) {
        Set<Object> all = KEPT.get(home);
        if (all == null) {
            Set<Object> none = ConcurrentHashMap.newKeySet();
            all = KEPT.putIfAbsent(home, none);
            all = all == null ? none : all;
        }
        all.add(kept);
    }

    /**
     * Keeps an object no longer.
     *
     * @param home the loader; null for the bootstrap loader
     * @param kept what was kept there; ignored where it is not
     */
    public static void letGo(ClassLoader home, Object kept) {
        Set<Object> all = KEPT.get(home);
        if (all != null) {
            all.remove(kept);
        }
    }

    /**
     * Counts.
     *
     * @param home the loader; null for the bootstrap loader
     * @return how many objects it keeps
     */
    public static int kept(ClassLoader home) {
        Set<Object> all = KEPT.get(home);
        return all == null ? 0 : all.size();
    }
}
