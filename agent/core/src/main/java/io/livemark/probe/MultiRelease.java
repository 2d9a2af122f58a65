/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a multi-release jar as a JVM sees them: of each the newest version that is not newer than itself. The manifest that
 * says so does not come along; whoever has the folder means it.
 */
final class MultiRelease {

    private static final String VERSIONS = "META-INF/versions/";

    private MultiRelease() {}

    static Map<String, byte[]> forThisJvm(Map<String, byte[]> files) {
        Map<String, byte[]> seen = new LinkedHashMap<>();
        Map<Integer, Map<String, byte[]>> versions = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            String path = entry.getKey();
            if (path.startsWith(VERSIONS)) {
                int end = path.indexOf('/', VERSIONS.length());
                int version = end < 0 ? 0 : number(path.substring(VERSIONS.length(), end));
                if (version > 0 && version <= Runtime.version().feature()) {
                    versions.computeIfAbsent(version, key -> new LinkedHashMap<>())
                            .put(path.substring(end + 1), entry.getValue());
                }
            } else {
                seen.put(path, entry.getValue());
            }
        }
        for (Map<String, byte[]> version : versions.values()) {
            seen.putAll(version);
        }
        return seen;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
