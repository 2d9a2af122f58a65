/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites {@code Mark} itself, so that a site that is not woven reaches its probe through the call it makes.
 *
 * <p>The guard in front belongs to no marker but to the shim as a whole; off, it costs nothing once compiled.
 */
final class MarkShim {

    private MarkShim() {}

    static byte[] weave(byte[] file) {
        ClassReader reader = new ClassReader(file);
        // No frames to compute: the bodies below are ours, and small.
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String desc, String signature, String[] exceptions) {
                        MethodVisitor out = super.visitMethod(access, name, desc, signature, exceptions);
                        if (!SiteFinder.isCallToMark(Names.MARK, name, desc)) {
                            return out;
                        }
                        body(out, name.equals("armed"), desc);
                        return null;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static void body(MethodVisitor out, boolean armed, String descriptor) {
        Label over = new Label();
        out.visitCode();
        out.visitInvokeDynamicInsn("guard", Names.GUARD_TYPE, Names.GUARD, LivemarkBridge.SHIM); // Z
        out.visitJumpInsn(Opcodes.IFEQ, over); // -
        out.visitVarInsn(Opcodes.ALOAD, 0); // String
        if (armed) {
            out.visitMethodInsn(Opcodes.INVOKESTATIC, Names.BRIDGE, Names.ARMED, Names.ARMED_TYPE, false); // Z
            out.visitInsn(Opcodes.IRETURN); // -
        } else {
            arguments(out, Type.getArgumentTypes(descriptor)); // String Object[]
            out.visitMethodInsn(Opcodes.INVOKESTATIC, Names.BRIDGE, Names.SHIM, Names.SHIM_TYPE, false); // -
        }
        out.visitLabel(over);
        out.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        if (armed) {
            out.visitInsn(Opcodes.ICONST_0); // Z
            out.visitInsn(Opcodes.IRETURN); // -
        } else {
            out.visitInsn(Opcodes.RETURN);
        }
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    private static void arguments(MethodVisitor out, Type[] types) {
        if (types.length == 2 && types[1].getSort() == Type.ARRAY) {
            out.visitVarInsn(Opcodes.ALOAD, 1);
            return;
        }
        out.visitIntInsn(Opcodes.BIPUSH, types.length - 1); // I
        out.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object"); // Object[]
        for (int i = 1; i < types.length; i++) {
            out.visitInsn(Opcodes.DUP); // Object[] Object[]
            out.visitIntInsn(Opcodes.BIPUSH, i - 1); // Object[] Object[] I
            out.visitVarInsn(Opcodes.ALOAD, i); // Object[] Object[] I Object
            out.visitInsn(Opcodes.AASTORE); // Object[]
        }
    }
}
