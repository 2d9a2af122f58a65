/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Copies a jar and puts marks into its classes. */
final class MarkingJar {

    private final StatementMarks marks = new StatementMarks();

    /** {@return how many marks there are} */
    int inserted() {
        return marks.inserted();
    }

    Path write(Path jar, Path copy) {
        try (JarFile from = new JarFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                String name = entry.getName();
                to.putNextEntry(new ZipEntry(name));
                to.write(name.endsWith(".class") && !name.endsWith("module-info.class") ? marks.into(bytes) : bytes);
                to.closeEntry();
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
