/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.weave;

import io.livemark.weave.ClassWeaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Puts class files through the weaver, all in memory: {@code WeaveSpeed JAR…}. Prints, for each kind of classes and each round,
 * {@code result kind classes bytes MB/s}.
 *
 * <p>Kinds: {@code jdk}, all of java.base, no marks; {@code plain}, the classes of the jars without marks; {@code marked}, those
 * with. A round of each comes after a round of the others. The seconds are those that this thread had a processor for: it has no
 * neighbour that a ratio could be formed with.
 */
public final class WeaveSpeed {

    private static final int WARM_UP = 4;
    private static final int ROUNDS = 15;
    private static final long ROUND_NANOS = 300_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static int sink;

    private WeaveSpeed() {}

    private record Kind(String name, List<byte[]> files) {

        long bytes() {
            return files.stream().mapToLong(file -> file.length).sum();
        }

        double round() {
            long bytes = bytes();
            long done = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            long nanos;
            do {
                for (byte[] file : files) {
                    byte[] woven = ClassWeaver.weave(file, null).file();
                    sink += woven == null ? 0 : woven.length;
                }
                done += bytes;
                nanos = THREADS.getCurrentThreadCpuTime() - start;
            } while (nanos < ROUND_NANOS);
            return done * 1e3 / nanos;
        }
    }

    public static void main(String[] args) throws IOException {
        List<byte[]> plain = new ArrayList<>();
        List<byte[]> marked = new ArrayList<>();
        for (String jar : args) {
            for (byte[] file : classesOf(Path.of(jar))) {
                (ClassWeaver.sites(file).isEmpty() ? plain : marked).add(file);
            }
        }
        List<Kind> kinds = List.of(new Kind("jdk", javaBase()), new Kind("plain", plain), new Kind("marked", marked));
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            for (Kind kind : kinds) {
                double speed = kind.round();
                if (i >= 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "result\t%s\t%d\t%d\t%.1f%n",
                            kind.name(),
                            kind.files().size(),
                            kind.bytes(),
                            speed);
                }
            }
        }
        if (sink == 42) {
            System.out.println("the results are used, so that they are computed");
        }
    }

    private static List<byte[]> classesOf(Path jar) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) opened.stream()::iterator) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream in = opened.getInputStream(entry)) {
                        files.add(in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static List<byte[]> javaBase() throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
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
