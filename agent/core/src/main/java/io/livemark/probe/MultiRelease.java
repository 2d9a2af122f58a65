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
        files.forEach((path, file) -> {
            if (path.startsWith(VERSIONS)) {
                int end = path.indexOf('/', VERSIONS.length());
                int version = end < 0 ? 0 : number(path.substring(VERSIONS.length(), end));
                if (version > 0 && version <= Runtime.version().feature()) {
                    versions.computeIfAbsent(version, key -> new LinkedHashMap<>())
                            .put(path.substring(end + 1), file);
                }
            } else {
                seen.put(path, file);
            }
        });
        versions.values().forEach(seen::putAll);
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
