/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.probe;

import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The classes and resources of a probe, by their path in a jar, gathered from the files that a user names. */
public final class ProbeFiles {

    private static final String SERVICES = "META-INF/services/";

    private final Map<String, byte[]> content = new LinkedHashMap<>();
    private final Map<String, Path> origins = new LinkedHashMap<>();
    private final List<Path> sources = new ArrayList<>();
    private long size;

    private ProbeFiles() {}

    /**
     * Reads what is named.
     *
     * @param files jars, directories, {@code .class} and {@code .java} files
     * @return their content
     * @throws Problem where one of them cannot be read, holds nothing, or contradicts another
     */
    public static ProbeFiles read(List<Path> files) throws Problem {
        ProbeFiles read = new ProbeFiles();
        for (Path file : files) {
            read.add(file);
        }
        return read;
    }

    /**
     * {@return class files and resources by their path in a jar; compiled sources are among them after {@link #add}}
     */
    public Map<String, byte[]> content() {
        return content;
    }

    /**
     * {@return the sources, which are still to be compiled}
     */
    public List<Path> sources() {
        return sources;
    }

    /**
     * Adds one file.
     *
     * @param path its path in a jar
     * @param bytes its content
     * @param origin what it was read or made from
     * @throws Problem where another file of that path has another content
     */
    public void add(String path, byte[] bytes, Path origin) throws Problem {
        byte[] known = content.putIfAbsent(path, bytes);
        if (known == null) {
            origins.put(path, origin);
            size += bytes.length;
            if (size > Wire.MAX_FRAME_BYTES) {
                throw new Problem(
                        origin + " makes the probe larger than the " + (Wire.MAX_FRAME_BYTES >> 20)
                                + " MiB it may have",
                        "leave out what the application has already; a probe sees its classes");
            }
        } else if (!Arrays.equals(known, bytes)) {
            throw new Problem(
                    path + " is in " + origins.get(path) + " and, different, in " + origin, "give one of the two");
        }
    }

    private void add(Path file) throws Problem {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.exists(file)) {
                throw new Problem("there is no file " + file, "give a jar, a directory, a .class or a .java file");
            } else if (Files.isDirectory(file)) {
                addDirectory(file);
            } else if (name.endsWith(".java")) {
                sources.add(file);
            } else if (name.endsWith(".class")) {
                addClass(file);
            } else {
                addJar(file);
            }
        } catch (ZipException e) {
            throw new Problem(
                    file + " is no jar: " + e.getMessage(), "give a jar, a directory, a .class or a .java file");
        } catch (IOException e) {
            throw new Problem(file + " cannot be read: " + e, "");
        }
    }

    private void addDirectory(Path directory) throws IOException, Problem {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        boolean classes = false;
        for (Path file : found) {
            String path = directory.relativize(file).toString();
            classes |= path.endsWith(".class");
            addEntry(path, Files.readAllBytes(file), file);
        }
        requireClasses(classes, directory, "name the .java files themselves, or the directory that javac -d wrote to");
    }

    private void addJar(Path file) throws IOException, Problem {
        boolean classes = false;
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    classes |= entry.getName().endsWith(".class");
                    try (InputStream in = jar.getInputStream(entry)) {
                        // One more than allowed is enough to be refused; a jar may unfold to any size.
                        addEntry(entry.getName(), in.readNBytes(Wire.MAX_FRAME_BYTES + 1), file);
                    }
                }
            }
        }
        requireClasses(classes, file, "give the jar that holds the probe");
    }

    /** A class, and the classes nested in it that the compiler wrote beside it. */
    private void addClass(Path file) throws IOException, Problem {
        addClassFile(file);
        String name = file.getFileName().toString();
        String nested = name.substring(0, name.length() - ".class".length()) + "$";
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(file.toAbsolutePath().getParent())) {
            for (Path other : beside) {
                String otherName = other.getFileName().toString();
                if (otherName.startsWith(nested) && otherName.endsWith(".class")) {
                    addClassFile(other);
                }
            }
        }
    }

    private void addClassFile(Path file) throws IOException, Problem {
        byte[] bytes = Files.readAllBytes(file);
        try {
            add(ClassFileName.of(bytes) + ".class", bytes, file);
        } catch (IOException e) {
            throw new Problem(file + " is no class file: " + e.getMessage(), "compile it again");
        }
    }

    private void addEntry(String path, byte[] bytes, Path origin) throws Problem {
        // Every jar has its own manifest, and it says nothing to us.
        if (path.equals("META-INF/MANIFEST.MF")) {
            return;
        }
        byte[] known = content.get(path);
        if (known != null && path.startsWith(SERVICES)) {
            // As on a class path: the providers of all jars are there.
            content.put(path, joined(known, bytes));
        } else if (known == null || !isOneAJar(path)) {
            add(path, bytes, origin);
        }
    }

    /** Licence, name of the module: every jar has its own, and the first is as good as any. */
    private static boolean isOneAJar(String path) {
        return path.startsWith("META-INF/") && !path.startsWith("META-INF/versions/")
                || path.equals("module-info.class");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + 1 + second.length);
        both[first.length] = '\n';
        System.arraycopy(second, 0, both, first.length + 1, second.length);
        return both;
    }

    private static void requireClasses(boolean found, Path file, String hint) throws Problem {
        if (!found) {
            throw new Problem("there is no class in " + file, hint);
        }
    }
}
