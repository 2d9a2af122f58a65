/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * A loader that defines all classes itself, as they are or changed. What the agent gives to the JVM in their place is noted.
 *
 * <p>Optional dependencies are missing in every collection of jars, and the verifier asks for them. A type that nobody has is made
 * up: an interface, which the verifier takes for {@code Object}, so that nothing fails for its sake; a class where others extend
 * it. The same in every world.
 */
final class World extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Classes classes;
    private final Set<String> supers;
    private final BiFunction<String, byte[], byte[]> change;
    private final Map<String, byte[]> given = new ConcurrentHashMap<>();
    private final Map<String, byte[]> defined = new ConcurrentHashMap<>();

    /**
     * @param name the agent goes by it
     * @param supers the internal names of classes that others extend; each world adds to it
     * @param change what to define in the place of a class, given its name and file
     */
    World(String name, Classes classes, Set<String> supers, BiFunction<String, byte[], byte[]> change) {
        super(name, ClassLoader.getPlatformClassLoader());
        this.classes = classes;
        this.supers = supers;
        this.change = change;
    }

    /** Links a class, and so verifies it, but does not initialise it. Null where that goes well, else why not. */
    String link(String name) {
        try {
            // Links it first, then looks for the types in its methods.
            loadClass(name).getDeclaredMethods();
            return null;
        } catch (ClassNotFoundException | LinkageError e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return e.toString();
        }
    }

    /** {@return the class file as it is, without any change} */
    byte[] file(String name) {
        return classes.file(name);
    }

    /** What came out of the agent for a class, as {@link Onlooker} saw it; null where it was the same as went in. */
    byte[] changedByTheAgent(String name) {
        byte[] out = defined.get(name);
        return out == null || Arrays.equals(out, given.get(name)) ? null : out;
    }

    void see(String name, byte[] file) {
        defined.put(name, file);
    }

    /** Forgets the bytes of a class that has been looked at. */
    void forget(String name) {
        given.remove(name);
        defined.remove(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] file = classes.file(name);
            if (file == null) {
                try {
                    return super.loadClass(name, resolve);
                } catch (ClassNotFoundException e) {
                    file = madeUp(name);
                }
            } else {
                String parent = new ClassReader(file).getSuperName();
                if (parent != null) {
                    supers.add(parent);
                }
                file = change.apply(name, file);
            }
            given.put(name, file);
            return defineClass(name, file, 0, file.length);
        }
    }

    private byte[] madeUp(String name) {
        boolean isClass = supers.contains(name.replace('.', '/'));
        ClassWriter writer = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | (isClass ? Opcodes.ACC_SUPER : Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT);
        writer.visit(Opcodes.V1_5, access, name.replace('.', '/'), null, "java/lang/Object", null);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
