/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Changes nothing, and keeps the class files as they reach it: behind our transformer, what goes to the JVM. */
final class Onlooker implements ClassFileTransformer {

    private static final Map<String, byte[]> LAST = new ConcurrentHashMap<>();

    /** Whether a class is of these tests, or {@code Mark}. */
    static boolean isOurs(String name) {
        return name.startsWith("io/livemark/it/marks/")
                || name.endsWith("/GivenBackTarget")
                || name.endsWith("/Mark")
                || !name.contains("/");
    }

    /** {@return the last that went by of a class} */
    static byte[] last(Class<?> type) {
        return LAST.get(type.getName().replace('.', '/'));
    }

    /** Writes the last of each class into a directory, each under the name of its class, and forgets them. */
    static void write(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> seen : LAST.entrySet()) {
            Files.write(directory.resolve(seen.getKey().replace('/', '.')), seen.getValue());
        }
        LAST.clear();
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (name != null && isOurs(name)) {
            LAST.put(name, file.clone());
        }
        return null;
    }
}
