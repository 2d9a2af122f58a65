/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Class files of today as files of version 49, that of Java 5: without frames, and with a call of some static method in place of
 * each {@code invokedynamic}. All methods and marks stay. To be woven, not to be run.
 */
final class OldVersion extends ClassVisitor {

    private static final int API = Opcodes.ASM9;

    private OldVersion(ClassWriter writer) {
        super(API, writer);
    }

    static byte[] of(byte[] file) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(new OldVersion(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        super.visit(Opcodes.V1_5, access, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String desc, String signature, String[] exceptions) {
        return new MethodVisitor(API, super.visitMethod(access, name, desc, signature, exceptions)) {
            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... constants) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, "Linked", called, type, false);
            }
        };
    }
}
