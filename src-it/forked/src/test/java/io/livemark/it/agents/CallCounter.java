/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicLong;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AdviceAdapter;

/** Adds code to each static method of the classes under test: counts calls, and has a local variable across the method. */
public final class CallCounter implements ClassFileTransformer {

    private static final String SELF = Type.getInternalName(CallCounter.class);
    private static final AtomicLong CALLS = new AtomicLong();

    /** Called by the methods as they begin. */
    public static long begun() {
        return CALLS.get();
    }

    /** Called by the methods as they end. */
    public static void ended(long begun) {
        CALLS.set(begun + 1);
    }

    /** {@return how many calls there were} */
    static long calls() {
        return CALLS.get();
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (name == null || !Onlooker.isOurs(name)) {
            return null;
        }
        ClassReader reader = new ClassReader(file);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new Adder(writer), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private static final class Adder extends ClassVisitor {

        Adder(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
            return (access & Opcodes.ACC_STATIC) == 0 ? next : new Around(next, access, name, type);
        }
    }

    private static final class Around extends AdviceAdapter {

        private int begun;

        Around(MethodVisitor next, int access, String name, String type) {
            super(Opcodes.ASM9, next, access, name, type);
        }

        @Override
        protected void onMethodEnter() {
            begun = newLocal(Type.LONG_TYPE);
            visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "begun", "()J", false);
            storeLocal(begun);
        }

        @Override
        protected void onMethodExit(int opcode) {
            if (opcode != Opcodes.ATHROW) {
                loadLocal(begun);
                visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "ended", "(J)V", false);
            }
        }
    }
}
