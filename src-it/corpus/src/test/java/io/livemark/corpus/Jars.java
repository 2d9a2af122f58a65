/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The class files of jars. Where two have the same class, the first has it, as on a class path. */
final class Jars implements Classes {

    private final Map<String, Collection<String>> parts = new TreeMap<>();
    private final Map<String, ZipFile> places = new HashMap<>();

    Jars(List<Path> jars) {
        for (Path path : jars) {
            Collection<String> own = new TreeSet<>();
            ZipFile jar = open(path);
            for (ZipEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                // In META-INF are other versions of the same classes, in folders with a hyphen no packages.
                if (name.endsWith(".class") && name.indexOf('-') < 0) {
                    String type =
                            name.substring(0, name.length() - ".class".length()).replace('/', '.');
                    if (places.putIfAbsent(type, jar) == null) {
                        own.add(type);
                    }
                }
            }
            parts.put(path.getFileName().toString(), own);
        }
    }

    private static ZipFile open(Path path) {
        try {
            return new ZipFile(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] file(String name) {
        ZipFile jar = places.get(name);
        if (jar == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(jar.getEntry(name.replace('.', '/') + ".class"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<String> parts() {
        return parts.keySet();
    }

    @Override
    public Collection<String> of(String part) {
        return parts.get(part);
    }
}
