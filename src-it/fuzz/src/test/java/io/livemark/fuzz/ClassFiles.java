/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that ASM writes. */
final class ClassFiles implements Opcodes {

    static final String NAME = "Fuzzed";

    private ClassFiles() {}

    /** A class file of some version with a mark in a loop, in a handler, behind a switch and, in old ones, in a subroutine. */
    static byte[] sample(int version) {
        return with(version, code -> {
            Label loop = new Label();
            Label end = new Label();
            Label handler = new Label();
            code.visitTryCatchBlock(loop, end, handler, "java/lang/RuntimeException");
            code.visitInsn(ICONST_5);
            code.visitVarInsn(ISTORE, 300);
            code.visitLabel(loop);
            code.visitIincInsn(300, -1);
            code.visitLdcInsn("sample.loop left={}");
            code.visitVarInsn(ILOAD, 300);
            code.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
            mark(code, "Ljava/lang/Object;");
            code.visitVarInsn(ILOAD, 300);
            code.visitJumpInsn(IFGT, loop);
            code.visitLabel(end);
            if (version < V1_7) {
                Label subroutine = new Label();
                code.visitJumpInsn(JSR, subroutine);
                code.visitInsn(RETURN);
                code.visitLabel(subroutine);
                code.visitVarInsn(ASTORE, 301);
                code.visitLdcInsn("sample.subroutine");
                mark(code, "");
                code.visitVarInsn(RET, 301);
            } else {
                Label one = new Label();
                code.visitInsn(ICONST_1);
                code.visitTableSwitchInsn(0, 1, one, one, loop);
                code.visitLabel(one);
                code.visitInsn(RETURN);
            }
            code.visitLabel(handler);
            code.visitLdcInsn("sample.handler");
            mark(code, "");
            code.visitInsn(POP);
        });
    }

    /** A class with one method, {@code static void run()}, that ends in a return. */
    static byte[] with(int version, Consumer<MethodVisitor> body) {
        // Frames by hand are for those who test frames; a subroutine has none.
        int frames = version < V1_7 ? ClassWriter.COMPUTE_MAXS : ClassWriter.COMPUTE_FRAMES;
        return with(version, frames, body);
    }

    static byte[] with(int version, int flags, Consumer<MethodVisitor> body) {
        ClassWriter writer = new ClassWriter(flags);
        writer.visit(version, ACC_PUBLIC | ACC_SUPER, NAME, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", "()V", null, null);
        code.visitCode();
        body.accept(code);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return writer.toByteArray();
    }

    static void mark(MethodVisitor code, String types) {
        code.visitMethodInsn(INVOKESTATIC, Marks.MARK, "mark", "(Ljava/lang/String;" + types + ")V", false);
    }
}
