/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.weave;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Class files, read into memory. */
final class ClassFiles {

    private ClassFiles() {}

    /** {@return all of some jars, in the jars' order} */
    static List<byte[]> of(String jars) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String jar : jars.split(File.pathSeparator)) {
            try (FileSystem opened = FileSystems.newFileSystem(Path.of(jar))) {
                files.addAll(below(opened.getPath("/")));
            }
        }
        return files;
    }

    /** {@return all of java.base of the JDK that runs this} */
    static List<byte[]> ofJavaBase() throws IOException {
        return below(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base"));
    }

    private static List<byte[]> below(Path root) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (file.toString().endsWith(".class")) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
