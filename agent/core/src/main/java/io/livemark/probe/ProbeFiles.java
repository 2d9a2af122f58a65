/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The files of a probe, and what can be said of them before any of their code is loaded.
 *
 * @param files class files and resources by their path, as this JVM is to see them
 * @param className the one class that has handlers
 * @param patterns what its handlers ask for, each once
 * @param named the classes that its files name and that neither they nor the JDK have: the application's
 * @param needed those of {@code named} that the class with the handlers or one nested in it names
 */
record ProbeFiles(
        Map<String, byte[]> files,
        String className,
        List<MarkerPattern> patterns,
        Set<String> named,
        Set<String> needed) {

    private static final String CLASS = ".class";
    private static final String PROBE = "Lio/livemark/Probe;";
    private static final byte[] MAGIC = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};
    private static final int FIRST_FEATURE = 44;

    static ProbeFiles of(Map<String, byte[]> given) throws Refusal {
        Map<String, byte[]> files = MultiRelease.forThisJvm(given);
        List<String> classes = new ArrayList<>();
        List<MarkerPattern> patterns = new ArrayList<>();
        Map<String, ClassReader> readers = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().endsWith(CLASS) || file.getKey().endsWith("module-info.class")) {
                continue;
            }
            checkVersion(file.getKey(), file.getValue());
            ClassReader reader = read(file.getKey(), file.getValue());
            readers.put(reader.getClassName().replace('/', '.'), reader);
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
        String probe = classes.get(0);
        Set<String> named = foreign(ClassNames.in(readers.values()), readers);
        Set<String> needed = ClassNames.in(readers.entrySet().stream()
                .filter(entry -> entry.getKey().equals(probe) || entry.getKey().startsWith(probe + "$"))
                .map(Map.Entry::getValue)
                .toList());
        needed.retainAll(named);
        return new ProbeFiles(files, probe, patterns.stream().distinct().collect(Collectors.toList()), named, needed);
    }

    /** The last part of the name of its class. */
    String simpleName() {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static Set<String> foreign(Set<String> names, Map<String, ClassReader> own) {
        Set<String> foreign = new TreeSet<>(names);
        foreign.removeIf(name -> ClassNames.isApi(name) || own.containsKey(name) || ClassNames.isOfTheJdk(name));
        return foreign;
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
