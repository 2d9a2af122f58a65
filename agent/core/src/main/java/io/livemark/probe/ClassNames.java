/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Probe;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whose the classes are that the files of a probe name: Livemark's, the JDK's, or else the application's. */
final class ClassNames {

    private static final String API = Probe.class.getPackageName() + ".";

    private ClassNames() {}

    /** Whether a class is one of Livemark's own, which the agent brings. */
    static boolean isApi(String name) {
        return name.startsWith(API) && name.indexOf('.', API.length()) < 0;
    }

    /**
     * Whether the JDK has a class; those on the path of the bootstrap loader count as its own. The platform loader also finds what
     * the application has in modules.
     */
    static boolean isOfTheJdk(String name) {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        Class<?> found = name.startsWith("java.") ? null : find(name, platform);
        return name.startsWith("java.")
                || found != null && (found.getClassLoader() == null || found.getClassLoader() == platform);
    }

    /** Finds classes, without initialising them; what a loader does not have is left out. The loader is asked on this thread. */
    static Map<String, Class<?>> resolve(Collection<String> names, ClassLoader loader) {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (String name : names) {
            Class<?> type = find(name, loader);
            if (type != null) {
                found.put(name, type);
            }
        }
        return found;
    }

    private static Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
