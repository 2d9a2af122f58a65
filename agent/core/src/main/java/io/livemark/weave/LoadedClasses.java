/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class files of loaded classes, read from where the classes came from.
 *
 * <p>Not asked of the JVM: it hands out bytes only while it retransforms, and that harms running loops. Jars are opened here and
 * not through the loader of the class, which is the application's code and several times slower; only what is in no jar and no
 * folder is asked of the loader.
 */
final class LoadedClasses implements Closeable {

    private static final ZipFile NONE = null;

    private final Map<URL, ZipFile> jars = new HashMap<>();

    /** Whether a class may hold marks, and have a class file. */
    static boolean mayHoldMarks(Class<?> type) {
        return !type.isArray() && !type.isPrimitive() && !type.isHidden() && isOfTheApplication(type);
    }

    /** Whether a class is neither the JDK's nor ours. */
    static boolean isOfTheApplication(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        boolean ofTheJdk =
                type.getModule().isNamed() && (loader == null || loader == ClassLoader.getPlatformClassLoader());
        return !ofTheJdk && !isLivemarks(loader);
    }

    /** Whether a loader is that of an agent, this one or one that has gone, or of a probe. */
    static boolean isLivemarks(ClassLoader loader) {
        // Not getName: an application's loader may override it, and this runs while the loader defines classes.
        String name = loader == null ? null : LivemarkJvm.name(loader);
        return name != null && (name.equals("livemark") || name.startsWith("livemark-probe-"));
    }

    /** The class file of a class; null where it cannot be had. */
    byte[] read(Class<?> type) throws IOException {
        String entry = type.getName().replace('.', '/') + ".class";
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location != null && location.getProtocol().equals("file")) {
            byte[] found = readFrom(location, entry);
            if (found != null) {
                return found;
            }
        }
        ClassLoader loader = type.getClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(entry) : loader.getResourceAsStream(entry)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private byte[] readFrom(URL location, String entry) throws IOException {
        if (!jars.containsKey(location)) {
            jars.put(location, open(location));
        }
        ZipFile jar = jars.get(location);
        if (jar == NONE) {
            Path file = file(location).toPath().resolve(entry);
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        }
        ZipEntry found = jar.getEntry(entry);
        if (found == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(found)) {
            return in.readAllBytes();
        }
    }

    /** Many a loader puts blanks into its locations as they are, which makes no URI. */
    private static File file(URL location) {
        try {
            return new File(location.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new File(location.getPath());
        }
    }

    private static ZipFile open(URL location) throws IOException {
        File file = file(location);
        return file.isFile() ? new JarFile(file, false, ZipFile.OPEN_READ, Runtime.version()) : NONE;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile jar : jars.values()) {
            if (jar != NONE) {
                jar.close();
            }
        }
    }
}
