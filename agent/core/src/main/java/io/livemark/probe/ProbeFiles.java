/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The files of a probe, and what can be said of them before any of their code is loaded.
 *
 * @param files class files and resources by their path
 * @param className the one class that has handlers
 * @param patterns what its handlers ask for, each once
 */
record ProbeFiles(Map<String, byte[]> files, String className, List<MarkerPattern> patterns) {

    private static final String PROBE = "Lio/livemark/Probe;";
    private static final byte[] MAGIC = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};
    private static final int FIRST_FEATURE = 44;

    static ProbeFiles of(Map<String, byte[]> files) throws Refusal {
        List<String> classes = new ArrayList<>();
        List<MarkerPattern> patterns = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().endsWith(".class") || file.getKey().endsWith("module-info.class")) {
                continue;
            }
            checkVersion(file.getKey(), file.getValue());
            ClassReader reader = read(file.getKey(), file.getValue());
            List<MarkerPattern> found = patterns(reader);
            if (!found.isEmpty()) {
                classes.add(reader.getClassName().replace('/', '.'));
                patterns.addAll(found);
            }
        }
        if (classes.isEmpty()) {
            throw new Refusal(
                    "no class among the files has a handler: a method with @Probe",
                    "annotate a method with @io.livemark.Probe(\"marker.name\")");
        }
        if (classes.size() > 1) {
            throw new Refusal(
                    "several classes have handlers: " + String.join(", ", classes),
                    "load them one by one; a probe is one class, with whatever helpers it needs");
        }
        return new ProbeFiles(
                files, classes.get(0), patterns.stream().distinct().collect(Collectors.toList()));
    }

    private static void checkVersion(String path, byte[] file) throws Refusal {
        if (file.length < 8 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new Refusal(path + " is not a class file", "");
        }
        int feature = ((file[6] & 0xff) << 8 | file[7] & 0xff) - FIRST_FEATURE;
        int runs = Runtime.version().feature();
        if (feature > runs) {
            throw new Refusal(
                    path + " is compiled for Java " + feature + ", the JVM is Java " + runs,
                    "compile it with --release " + runs + ", or load the .java file");
        }
    }

    private static ClassReader read(String path, byte[] file) throws Refusal {
        try {
            ClassReader reader = new ClassReader(file);
            reader.accept(new ClassVisitor(Opcodes.ASM9) {}, ClassReader.SKIP_CODE);
            return reader;
        } catch (RuntimeException e) {
            throw new Refusal(path + " is not a class file", "");
        }
    }

    private static List<MarkerPattern> patterns(ClassReader reader) {
        List<MarkerPattern> found = new ArrayList<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String desc, String signature, String[] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                                return type.equals(PROBE) ? new Value(found) : null;
                            }
                        };
                    }
                },
                ClassReader.SKIP_CODE);
        return found;
    }

    private static final class Value extends AnnotationVisitor {

        private final List<MarkerPattern> found;

        Value(List<MarkerPattern> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(String name, Object value) {
            found.add(new MarkerPattern(String.valueOf(value)));
        }
    }
}
