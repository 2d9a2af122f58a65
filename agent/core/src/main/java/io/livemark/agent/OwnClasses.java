/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The classes of the agent's own jar.
 *
 * <p>While the JVM defines one of them it asks the transformers of other agents, which may load classes of the application. So
 * none of ours must be missing any more when application threads begin to come through our transformer.
 */
final class OwnClasses {

    private static final String CLASS = ".class";

    private OwnClasses() {}

    /** Loads all of them, without running their initialisers. */
    static void load() throws IOException {
        ClassLoader loader = OwnClasses.class.getClassLoader();
        URL location = OwnClasses.class.getProtectionDomain().getCodeSource().getLocation();
        List<String> names;
        try (JarFile jar = new JarFile(new File(location.toURI()))) {
            names = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(OwnClasses::isClass)
                    .toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        for (String name : names) {
            try {
                loader.loadClass(
                        name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
            } catch (ClassNotFoundException | LinkageError e) {
                // A library holds classes that need others which are not in the jar; the agent uses none of them.
                continue;
            }
        }
    }

    private static boolean isClass(String entry) {
        return entry.startsWith("io/livemark/") && entry.endsWith(CLASS);
    }
}
