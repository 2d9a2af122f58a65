/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * An agent that does the least that a tool can do which changes methods with ASM: as {@link Retransforming}, and has a call of an empty
 * method in front of the two methods of each generated class that hold a mark. It finds no sites, checks nothing, and counts nothing.
 */
public final class Inserting implements ClassFileTransformer {

    private static final String OWNER = "io/livemark/bench/subject/Inserting";

    private Inserting() {}

    public static void agentmain(String prefix, Instrumentation instrumentation) throws UnmodifiableClassException {
        Retransforming.run(prefix, instrumentation, new Inserting());
    }

    public static void inserted() {}

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
        if (type == null) {
            return null;
        }
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String method, String desc, String signature, String[] exceptions) {
                        MethodVisitor out = super.visitMethod(access, method, desc, signature, exceptions);
                        return method.equals("work0") || method.equals("work1") ? new Calling(out) : out;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Calling extends MethodVisitor {

        Calling(MethodVisitor out) {
            super(Opcodes.ASM9, out);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "inserted", "()V", false);
        }
    }
}
