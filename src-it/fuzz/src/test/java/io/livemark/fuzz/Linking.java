/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import org.objectweb.asm.ClassReader;

/** Asks the JVM whether a class file is sound: defines and verifies it, and throws it away. */
final class Linking {

    private Linking() {}

    /** Why the JVM does not take a class; null where it does. */
    static String problem(byte[] file) {
        try {
            // Links the class, and so verifies it, but does not initialise it.
            new Throwaway().define(file).getDeclaredConstructors();
            return null;
        } catch (LinkageError | RuntimeException e) {
            return e.toString().lines().findFirst().orElseThrow();
        }
    }

    /** {@return the name of the class in a file, as the JVM hands it to transformers; some name where there is none} */
    static String name(byte[] file) {
        try {
            return new ClassReader(file).getClassName();
        } catch (RuntimeException e) {
            return "Malformed";
        }
    }

    private static final class Throwaway extends ClassLoader {

        Throwaway() {
            super(Linking.class.getClassLoader());
        }

        Class<?> define(byte[] file) {
            return defineClass(null, file, 0, file.length);
        }
    }
}
