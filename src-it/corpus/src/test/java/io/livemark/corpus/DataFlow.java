/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** What ASM has to say about a class that the JVM will not link here. */
final class DataFlow {

    private DataFlow() {}

    /** Checks it without regard to the types of objects; null where all is well. */
    static String problem(byte[] file) {
        try {
            ClassVisitor sink = new ClassWriter(0);
            new ClassReader(file).accept(new CheckClassAdapter(sink, true), 0);
            return null;
        } catch (RuntimeException e) {
            return "(ASM) " + e;
        }
    }

    /** Checks it with the types that a loader knows; null where all is well. */
    static String problem(byte[] file, ClassLoader loader) {
        StringWriter complaints = new StringWriter();
        CheckClassAdapter.verify(new ClassReader(file), loader, false, new PrintWriter(complaints));
        String text = complaints.toString();
        return text.isEmpty() ? null : "(ASM) " + text;
    }
}
