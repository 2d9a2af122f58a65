/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Probe;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The classes that class files name, as far as neither the files themselves nor the JDK nor Livemark has them: the application's.
 * What a class looks for by a computed name is not among them.
 */
final class ClassNames {

    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private static final String API = Probe.class.getPackageName() + ".";

    private ClassNames() {}

    /** {@return the binary names of all classes that some class files name in code and descriptors} */
    static Set<String> in(Collection<ClassReader> readers) {
        Set<String> found = new TreeSet<>();
        for (ClassReader reader : readers) {
            scan(reader, found);
        }
        return found;
    }

    /** Whether a class is one of Livemark's own, which the agent brings. */
    static boolean isApi(String name) {
        return name.startsWith(API) && name.indexOf('.', API.length()) < 0;
    }

    /**
     * Whether the JDK has a class; those on the path of the bootstrap loader count as its own. The platform loader also finds what
     * the application has in modules.
     */
    static boolean isOfTheJdk(String name) {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        Class<?> found = name.startsWith("java.") ? null : find(name, platform);
        return name.startsWith("java.")
                || found != null && (found.getClassLoader() == null || found.getClassLoader() == platform);
    }

    /** Finds classes, without initialising them; what a loader does not have is left out. The loader is asked on this thread. */
    static Map<String, Class<?>> resolve(Collection<String> names, ClassLoader loader) {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (String name : names) {
            Class<?> type = find(name, loader);
            if (type != null) {
                found.put(name, type);
            }
        }
        return found;
    }

    private static Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static void scan(ClassReader reader, Set<String> found) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0) {
                continue;
            }
            switch (reader.readByte(item - 1)) {
                case CLASS -> add(Type.getObjectType(reader.readUTF8(item, buffer)), found);
                case NAME_AND_TYPE -> add(Type.getType(reader.readUTF8(item + 2, buffer)), found);
                case METHOD_TYPE -> add(Type.getType(reader.readUTF8(item, buffer)), found);
                default -> {}
            }
        }
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String desc, String signature, Object value) {
                        add(Type.getType(desc), found);
                        return null;
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String desc, String signature, String[] exceptions) {
                        add(Type.getType(desc), found);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
    }

    private static void add(Type type, Set<String> found) {
        switch (type.getSort()) {
            case Type.OBJECT -> found.add(type.getClassName());
            case Type.ARRAY -> add(type.getElementType(), found);
            case Type.METHOD -> {
                add(type.getReturnType(), found);
                for (Type argument : type.getArgumentTypes()) {
                    add(argument, found);
                }
            }
            default -> {}
        }
    }
}
