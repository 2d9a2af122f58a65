/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A jar that a test makes. */
final class Jar {

    private static final String PASSWORD = "livemark";

    private Jar() {}

    /** Writes the files of directories, each under its prefix ({@code ""} or one that ends with a slash). */
    static Path write(Path jar, Map<String, Path> directories, boolean multiRelease) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (multiRelease) {
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, Path> directory : new TreeMap<>(directories).entrySet()) {
                for (Path file : files(directory.getValue())) {
                    out.putNextEntry(new ZipEntry(
                            directory.getKey() + directory.getValue().relativize(file)));
                    Files.copy(file, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Signs a jar with a new key of the subject. */
    static void sign(Path jar, String subject) {
        Path keys = jar.resolveSibling("keys.p12");
        String keytool = "-genkeypair -alias k -keyalg EC -storepass " + PASSWORD;
        run("keytool", (Object[]) (keytool + " -keystore " + keys + " -dname " + subject).split(" "));
        run("jarsigner", "-keystore", keys, "-storepass", PASSWORD, jar, "k");
    }

    /** Puts a file in the place of that of the same name, and leaves the rest as it is, signatures too. */
    static void replace(Path jar, Path directory, String file) {
        run("jar", "--update", "--file", jar, "-C", directory, file);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void run(String tool, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(Jdk.tool(tool)));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Child.start(command).exits(0);
    }
}
