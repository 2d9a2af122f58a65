/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * What a class file of a probe says of itself.
 *
 * <p>Reads the members itself, in one pass. The reader of ASM has woven the application's classes by then; the JVM takes one more use for a
 * reason to compile it, which holds up its compiler for a third of a second, just when the application's methods need that
 * because their guards are switched.
 *
 * @param name the binary name of the class
 * @param handlers what each of its handlers asks for, by name and descriptor
 * @param named the binary names of all classes that it names in code and descriptors
 */
record ProbeClass(String name, Map<String, MarkerPattern> handlers, Set<String> named) {

    /**
     * @param file a class file of a version that this JVM runs
     * @throws RuntimeException where it is malformed
     */
    static ProbeClass of(byte[] file) {
        return new Reading(file).all();
    }

    private static final class Reading {

        private static final String PROBE = "Lio/livemark/Probe;";
        private static final int CLASS = 7;
        private static final int NAME_AND_TYPE = 12;
        private static final int METHOD_TYPE = 16;

        private final ClassReader file;
        private final char[] buffer;
        private final Map<String, MarkerPattern> handlers = new HashMap<>();
        private final Set<String> named = new TreeSet<>();
        private final int size;
        private int at;

        Reading(byte[] bytes) {
            file = new ClassReader(bytes);
            size = bytes.length;
            buffer = new char[file.getMaxStringLength()];
        }

        ProbeClass all() {
            constants();
            at = file.header + 6;
            int interfaces = u2();
            at += 2 * interfaces;
            for (int fields = u2(); fields > 0; fields--) {
                member(false);
            }
            for (int methods = u2(); methods > 0; methods--) {
                member(true);
            }
            attributes(null);
            return new ProbeClass(file.getClassName().replace('/', '.'), handlers, named);
        }

        private void constants() {
            for (int i = 1; i < file.getItemCount(); i++) {
                int item = file.getItem(i);
                if (item == 0) {
                    continue;
                }
                switch (file.readByte(item - 1)) {
                    case CLASS -> add(Type.getObjectType(file.readUTF8(item, buffer)));
                    case NAME_AND_TYPE -> add(Type.getType(file.readUTF8(item + 2, buffer)));
                    case METHOD_TYPE -> add(Type.getType(file.readUTF8(item, buffer)));
                    default -> {}
                }
            }
        }

        private void member(boolean isMethod) {
            at += 2;
            String member = text();
            String descriptor = text();
            add(Type.getType(descriptor));
            attributes(isMethod ? member + descriptor : null);
        }

        /** @param method whose they are; null for those of a field or of the class */
        private void attributes(String method) {
            for (int attributes = u2(); attributes > 0; attributes--) {
                String attribute = text();
                int length = file.readInt(at);
                at += 4;
                int end = Objects.checkFromIndexSize(at, length, size) + length;
                if (method != null && attribute.equals("RuntimeVisibleAnnotations")) {
                    annotations(method);
                }
                at = end;
            }
        }

        private void annotations(String method) {
            for (int annotations = u2(); annotations > 0; annotations--) {
                boolean isHandler = text().equals(PROBE);
                for (int values = u2(); values > 0; values--) {
                    at += 2;
                    if (isHandler) {
                        handlers.put(method, new MarkerPattern(file.readUTF8(at + 1, buffer)));
                    }
                    value();
                }
            }
        }

        /** Goes over the value of an annotation. */
        private void value() {
            switch (file.readByte(at++)) {
                case 'e' -> at += 4;
                case '@' -> {
                    at += 2;
                    for (int values = u2(); values > 0; values--) {
                        at += 2;
                        value();
                    }
                }
                case '[' -> {
                    for (int values = u2(); values > 0; values--) {
                        value();
                    }
                }
                default -> at += 2;
            }
        }

        private int u2() {
            at += 2;
            return file.readUnsignedShort(at - 2);
        }

        private String text() {
            at += 2;
            return file.readUTF8(at - 2, buffer);
        }

        private void add(Type type) {
            switch (type.getSort()) {
                case Type.OBJECT -> named.add(type.getClassName());
                case Type.ARRAY -> add(type.getElementType());
                case Type.METHOD -> {
                    add(type.getReturnType());
                    for (Type argument : type.getArgumentTypes()) {
                        add(argument);
                    }
                }
                default -> {}
            }
        }
    }
}
