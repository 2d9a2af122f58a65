/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import jdk.internal.reflect.ConstantPool;

/**
 * What can be asked of a class from inside {@code java.lang} only, without a retransform that looks.
 *
 * <p>Also remembers, weakly, the classes that stay woven when an agent goes; the next one takes over from there.
 */
public final class LivemarkClasses {

    private static final VarHandle REDEFINITIONS = redefinitions();

    private static final Set<Class<?>> WOVEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private LivemarkClasses() {}

    /**
     * Finds a class that was defined, without running its loader's own code.
     *
     * @param loader that defined it; null for the bootstrap loader
     * @param name its binary name
     * @return the class; null where this loader has defined none of that name
     */
    public static Class<?> defined(ClassLoader loader, String name) {
        Class<?> found = loader == null ? ofTheJvm(name) : loader.findLoadedClass(name);
        return found == null || found.getClassLoader() != loader ? null : found;
    }

    /** The bootstrap loader has no way to ask that does not load the class if it can. */
    private static Class<?> ofTheJvm(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /**
     * How often a class, or one that it inherits from, was redefined or retransformed. The JVM counts when the new version is in
     * place, so a redefinition that it refused is not among them.
     *
     * @param type the class
     * @return the count; -1 where this JVM does not tell
     */
    public static int redefinitions(Class<?> type) {
        return REDEFINITIONS == null ? -1 : (int) REDEFINITIONS.getVolatile(type);
    }

    /**
     * Whether a text is among the constants of a class; for one whose class file nobody has, a hidden class for instance.
     *
     * @param type the class
     * @param text the name of another class in its internal form, or whatever else
     * @return false also where this JVM does not show the constants
     */
    public static boolean names(Class<?> type, String text) {
        try {
            ConstantPool constants = type.getConstantPool();
            int size = constants == null ? 0 : constants.getSize();
            for (int i = 1; i < size; i++) {
                if (constants.getTagAt(i) == ConstantPool.Tag.UTF8 && text.equals(constants.getUTF8At(i))) {
                    return true;
                }
            }
        } catch (LinkageError | RuntimeException e) {
            // Another JDK may have moved the class, or know constants that this one has no tag for.
        }
        return false;
    }

    /**
     * Notes that a class stays woven without an agent.
     *
     * @param type the class
     */
    public static void staysWoven(Class<?> type) {
        WOVEN.add(type);
    }

    /**
     * Whether a class stayed woven when an agent went; asked once, by the next one, which from then on knows.
     *
     * @param type the class
     * @return whether it did
     */
    public static boolean stayedWoven(Class<?> type) {
        return WOVEN.remove(type);
    }

    private static VarHandle redefinitions() {
        try {
            return MethodHandles.privateLookupIn(Class.class, MethodHandles.lookup())
                    .findVarHandle(Class.class, "classRedefinedCount", int.class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
