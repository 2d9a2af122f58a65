/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/**
 * The methods of a class file as text: instructions with their constants resolved, frames, exception table, lines, names of
 * locals, sizes of stack and locals.
 */
final class MethodTexts {

    private MethodTexts() {}

    static Map<String, String> of(byte[] file) {
        Map<String, String> methods = new TreeMap<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] thrown) {
                                Textifier text = new Textifier(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodEnd() {
                                        StringWriter lines = new StringWriter();
                                        print(new PrintWriter(lines, true));
                                        methods.put(name + type, lines.toString());
                                    }
                                };
                                return new TraceMethodVisitor(text);
                            }
                        },
                        0);
        return methods;
    }
}
