/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Which JDK a process runs, found without entering it. */
public final class Jdk {

    private static final int DEEPEST_LIBJVM = 5;

    private Jdk() {}

    /**
     * The version of the JDK, from the {@code release} file of the installation that its {@code libjvm.so} lies in.
     *
     * @param jvm a process that is taken for a JVM
     * @return a version like {@code 17.0.15}; empty where that cannot be told
     */
    public static String version(Jvm jvm) {
        try {
            Path directory = jvm.outside(Path.of(libjvm(jvm.proc())));
            for (int i = 0; i < DEEPEST_LIBJVM && (directory = directory.getParent()) != null; i++) {
                Path release = directory.resolve("release");
                if (Files.isRegularFile(release)) {
                    return version(release);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Gone in the meantime, not ours, or an installation that has been taken away: not worth an error.
        }
        return "";
    }

    /** The feature release in a version, 0 where it has none: {@code 17.0.15} is 17, {@code 1.8.0_392} is 8. */
    static int feature(String version) {
        String digits = version.startsWith("1.") ? version.substring(2) : version;
        int end = 0;
        while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(digits.substring(0, end));
    }

    /** Where the process has mapped the JVM from, as it sees it; empty where it has not. */
    static String libjvm(Path proc) throws IOException {
        // Bytes, not lines of the default charset: maps may hold any name. ISO-8859-1 takes them all.
        try (BufferedReader maps = new BufferedReader(
                new InputStreamReader(Files.newInputStream(proc.resolve("maps")), StandardCharsets.ISO_8859_1))) {
            for (String line = maps.readLine(); line != null; line = maps.readLine()) {
                int end = line.indexOf("/libjvm.so");
                if (end >= 0) {
                    return line.substring(line.indexOf('/'), end) + "/libjvm.so";
                }
            }
        }
        return "";
    }

    private static String version(Path release) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        return properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    }
}
