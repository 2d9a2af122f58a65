/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.storms.run.CountingProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The class file of the probe, with a pattern of our own in place of the one in its source. */
final class ProbeFile {

    private ProbeFile() {}

    /** Writes it where it is not there yet. */
    static Path of(Path directory, Range range) {
        Path folder = directory.resolve("probe-" + range.from() + "-" + range.to());
        Path file = folder.resolve("CountingProbe.class");
        synchronized (ProbeFile.class) {
            if (!Files.exists(file)) {
                try {
                    Files.createDirectories(folder);
                    Files.write(file, with(range.pattern()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return file;
    }

    private static byte[] with(String pattern) throws IOException {
        ClassWriter out = new ClassWriter(0);
        String name = "/" + CountingProbe.class.getName().replace('.', '/') + ".class";
        try (var in = CountingProbe.class.getResourceAsStream(name)) {
            new ClassReader(in).accept(replacing(pattern, out), 0);
        }
        return out.toByteArray();
    }

    private static ClassVisitor replacing(String pattern, ClassVisitor out) {
        return new ClassVisitor(Opcodes.ASM9, out) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                    @Override
                    public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                        return new AnnotationVisitor(api, super.visitAnnotation(type, visible)) {
                            @Override
                            public void visit(String key, Object value) {
                                super.visit(key, pattern);
                            }
                        };
                    }
                };
            }
        };
    }
}
