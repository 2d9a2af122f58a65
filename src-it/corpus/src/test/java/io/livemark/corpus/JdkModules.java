/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The class files of the JDK that runs this. No loader but the JDK's own may define a package {@code java.*}, so these are called
 * {@code renamed.java.*} here, wherever they are mentioned. Those few that the verifier treats in a way of their own keep their
 * names, are the JVM's, and so are not among the classes: what is thrown, {@code Object}, {@code String} and the like.
 */
final class JdkModules implements Classes {

    private static final String PREFIX = "renamed/";
    private static final String THROWABLE = "java/lang/Throwable";

    private final Map<String, Collection<String>> parts = new TreeMap<>();
    private final Map<String, Path> places = new HashMap<>();
    private final Map<String, Path> keptPlaces = new TreeMap<>();
    private final Set<String> kept = new HashSet<>(Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/Class",
            "java/lang/Cloneable",
            "java/io/Serializable",
            "java/lang/invoke/MethodHandle",
            "java/lang/invoke/MethodType"));

    private final Remapper remapper = new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String name) {
            return name.startsWith("java/") && !kept.contains(name) ? PREFIX + name : name;
        }
    };

    JdkModules() {
        Map<String, Map<String, Path>> found = new TreeMap<>();
        try (Stream<Path> modules =
                Files.list(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules"))) {
            modules.forEach(module -> found.put(module.getFileName().toString(), classes(module)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Path> all = new HashMap<>();
        found.values().forEach(all::putAll);
        all.keySet().stream().filter(name -> isThrown(name, all)).toList().forEach(kept::add);
        found.forEach((module, files) -> {
            Collection<String> own = new TreeSet<>();
            files.forEach((name, path) -> {
                if (name.startsWith("java/") && kept.contains(name)) {
                    keptPlaces.put(name, path);
                } else {
                    String binary = remapper.map(name).replace('/', '.');
                    own.add(binary);
                    places.put(binary, path);
                }
            });
            parts.put(module, own);
        });
    }

    /** {@return those that keep their names, as they are in the JVM} */
    Map<String, byte[]> kept() {
        Map<String, byte[]> files = new TreeMap<>();
        keptPlaces.forEach((name, path) -> files.put(name.replace('/', '.'), read(path)));
        return files;
    }

    private static boolean isThrown(String name, Map<String, Path> all) {
        String at = name;
        while (at != null && all.containsKey(at)) {
            if (at.equals(THROWABLE)) {
                return true;
            }
            at = new ClassReader(read(all.get(at))).getSuperName();
        }
        return false;
    }

    private static Map<String, Path> classes(Path module) {
        try (Stream<Path> paths = Files.walk(module)) {
            Map<String, Path> files = new TreeMap<>();
            paths.forEach(path -> {
                String name = module.relativize(path).toString();
                if (name.endsWith(".class") && name.indexOf('-') < 0) {
                    files.put(name.substring(0, name.length() - ".class".length()), path);
                }
            });
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] file(String name) {
        Path place = places.get(name);
        if (place == null) {
            return null;
        }
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(read(place)).accept(new ClassRemapper(writer, remapper), 0);
        return writer.toByteArray();
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
