/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Set;

/**
 * What of a class file decides whether the class may be retransformed.
 *
 * @param loops the names of the methods that hold a backward jump
 * @param behind the lines of methods of these names from which no backward jump can be reached any more
 * @param namesParameters whether a method has a {@code MethodParameters} attribute
 * @param isAnnotatedRecord whether it is a record with annotations on components or types
 * @param constants the length of its constant pool
 */
record ClassFacts(
        Set<String> loops, Set<Line> behind, boolean namesParameters, boolean isAnnotatedRecord, int constants) {

    /** A line in a method, by its name; not positive where it is not known. */
    record Line(String method, int number) {

        // Explicit, since the application waits: those that a record has by itself are made by the JVM when they are
        // first
        // called.

        @Override
        public boolean equals(Object other) {
            return other instanceof Line line && line.number == number && line.method.equals(method);
        }

        @Override
        public int hashCode() {
            return 31 * method.hashCode() + number;
        }
    }

    /** Of a class whose file nobody can see. */
    static final ClassFacts NONE = new ClassFacts(Set.of(), Set.of(), false, false, 0);

    static ClassFacts of(byte[] file) {
        return Scan.of(file, ClassFile.reader(file)).facts();
    }
}
