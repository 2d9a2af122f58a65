/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * @param handlers what each of its handlers asks for, by name and descriptor; the JVM would make a proxy to say it
 * @param named the classes that its files name and that neither they nor the JDK have: the application's
 * @param needed those of {@code named} that the class with the handlers or one nested in it names
 */
record ProbeFiles(
        Map<String, byte[]> files,
        String className,
        List<MarkerPattern> patterns,
        Map<String, MarkerPattern> handlers,
        Set<String> named,
        Set<String> needed) {

    private static final String CLASS = ".class";
    private static final String PROBE = "Lio/livemark/Probe;";
    private static final byte[] MAGIC = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};
    private static final int FIRST_FEATURE = 44;

    static ProbeFiles of(Map<String, byte[]> given) throws Refusal {
        Map<String, byte[]> files = MultiRelease.forThisJvm(given);
        List<String> classes = new ArrayList<>();
        Map<String, MarkerPattern> handlers = new LinkedHashMap<>();
        Map<String, ClassReader> readers = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().endsWith(CLASS) || file.getKey().endsWith("module-info.class")) {
                continue;
            }
            checkVersion(file.getKey(), file.getValue());
            ClassReader reader = read(file.getKey(), file.getValue());
            readers.put(reader.getClassName().replace('/', '.'), reader);
            Map<String, MarkerPattern> found = handlers(reader);
            if (!found.isEmpty()) {
                classes.add(reader.getClassName().replace('/', '.'));
                handlers.putAll(found);
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
        List<ClassReader> nested = new ArrayList<>();
        for (Map.Entry<String, ClassReader> entry : readers.entrySet()) {
            if (entry.getKey().equals(probe) || entry.getKey().startsWith(probe + "$")) {
                nested.add(entry.getValue());
            }
        }
        Set<String> needed = ClassNames.in(nested);
        needed.retainAll(named);
        return new ProbeFiles(
                files, probe, List.copyOf(new LinkedHashSet<>(handlers.values())), handlers, named, needed);
    }

    /** The last part of the name of its class. */
    String simpleName() {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static Set<String> foreign(Set<String> names, Map<String, ClassReader> own) {
        Set<String> foreign = new TreeSet<>();
        for (String name : names) {
            if (!ClassNames.isApi(name) && !own.containsKey(name) && !ClassNames.isOfTheJdk(name)) {
                foreign.add(name);
            }
        }
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

    private static Map<String, MarkerPattern> handlers(ClassReader reader) {
        Map<String, MarkerPattern> found = new LinkedHashMap<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String desc, String signature, String[] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                                return visible && type.equals(PROBE) ? new Value(name + desc, found) : null;
                            }
                        };
                    }
                },
                ClassReader.SKIP_CODE);
        return found;
    }

    private static final class Value extends AnnotationVisitor {

        private final String method;
        private final Map<String, MarkerPattern> found;

        Value(String method, Map<String, MarkerPattern> found) {
            super(Opcodes.ASM9);
            this.method = method;
            this.found = found;
        }

        @Override
        public void visit(String name, Object value) {
            found.put(method, new MarkerPattern(String.valueOf(value)));
        }
    }
}
