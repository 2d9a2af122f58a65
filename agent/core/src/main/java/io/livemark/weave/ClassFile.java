/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** The head of a class file: its version, and how to read one that is newer than ASM. */
final class ClassFile {

    private static final int MAJOR = 6;

    /** The newest that ASM reads. */
    private static final int NEWEST = Opcodes.V27;

    private ClassFile() {}

    /** The major version. */
    static int version(byte[] file) {
        return (file[MAJOR] & 0xff) << 8 | file[MAJOR + 1] & 0xff;
    }

    static boolean isTooNew(byte[] file) {
        return version(file) > NEWEST;
    }

    /**
     * Reads a class file; one that is too new as if it were the newest that is known. So its sites are found, as long as the
     * format has only grown, but nothing must be written from it.
     *
     * @throws RuntimeException where it is malformed
     */
    static ClassReader reader(byte[] file) {
        if (!isTooNew(file)) {
            return new ClassReader(file);
        }
        byte[] known = file.clone();
        known[MAJOR] = 0;
        known[MAJOR + 1] = NEWEST;
        return new ClassReader(known);
    }
}
