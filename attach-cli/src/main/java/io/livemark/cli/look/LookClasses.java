/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The classes that travel with every probe of a one-line command; carried by the jar of the command line as a jar. */
final class LookClasses {

    private static final String CARRIED = "/META-INF/livemark/livemark-look.jar";

    private LookClasses() {}

    /** The class files by their path in a jar. */
    static Map<String, byte[]> read() throws Problem {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (InputStream in = LookClasses.class.getResourceAsStream(CARRIED)) {
            if (in == null) {
                throw new Problem(
                        "this livemark carries no classes for its one-line commands",
                        "mvn -q package -DskipTests   builds one that does");
            }
            ZipInputStream jar = new ZipInputStream(in);
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    classes.put(entry.getName(), jar.readAllBytes());
                }
            }
            return classes;
        } catch (IOException e) {
            throw new Problem("the classes that livemark carries cannot be read: " + e.getMessage(), "");
        }
    }
}
