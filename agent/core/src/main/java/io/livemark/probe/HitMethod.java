/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static io.livemark.probe.HitClass.ENTRY;
import static io.livemark.probe.HitClass.HANDLE;
import static io.livemark.probe.HitClass.NAME;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the method that {@link HitClass} shows as code. */
final class HitMethod {

    private static final String CELL = "java/lang/LivemarkCell";
    private static final String THROWABLE = "java/lang/Throwable";

    private final HitClass.Shape shape;
    private final MethodVisitor code;
    private final int cell;
    private final List<Guarded> handled = new ArrayList<>();

    private record Guarded(Label begin, Label end, Label caught, Label next) {}

    HitMethod(HitClass.Shape shape, MethodVisitor code) {
        this.shape = shape;
        this.code = code;
        this.cell = Type.getArgumentsAndReturnSizes(shape.type().toMethodDescriptorString()) >> 2;
    }

    void write() {
        Label begin = new Label();
        Label end = new Label();
        Label failed = new Label();
        Label notEntered = new Label();
        Label done = new Label();
        Label telling = new Label();
        Label told = new Label();
        Label untold = new Label();
        for (int i = 0; i < shape.handlers(); i++) {
            handled.add(new Guarded(new Label(), new Label(), new Label(), new Label()));
        }
        code.visitCode();
        for (Guarded each : handled) {
            code.visitTryCatchBlock(each.begin, each.end, each.caught, THROWABLE);
        }
        code.visitTryCatchBlock(begin, end, failed, THROWABLE);
        code.visitTryCatchBlock(telling, told, untold, THROWABLE);
        code.visitInsn(ACONST_NULL);
        code.visitVarInsn(ASTORE, cell);
        code.visitLabel(begin);
        entry();
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "enter", "()L" + CELL + ";", false);
        code.visitInsn(DUP);
        code.visitVarInsn(ASTORE, cell);
        code.visitJumpInsn(IFNULL, notEntered);
        values();
        for (int i = 0; i < shape.handlers(); i++) {
            call(i, handled.get(i));
        }
        onCell("exit");
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(notEntered);
        entry();
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "instead", "()L" + HANDLE + ";", false);
        code.visitVarInsn(ASTORE, cell + 2);
        code.visitVarInsn(ALOAD, cell + 2);
        code.visitJumpInsn(IFNULL, done);
        code.visitVarInsn(ALOAD, cell + 2);
        invoke(shape.type());
        code.visitLabel(end);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(failed);
        code.visitVarInsn(ASTORE, cell + 1);
        leave();
        code.visitLabel(telling);
        entry();
        code.visitVarInsn(ALOAD, cell);
        code.visitVarInsn(ALOAD, cell + 1);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "failed", "(L" + CELL + ";L" + THROWABLE + ";)V", false);
        code.visitLabel(told);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(untold);
        code.visitInsn(POP);
        code.visitLabel(done);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Says that the thread is outside, where the stack may have no room left for a call. */
    private void leave() {
        Label nowhere = new Label();
        code.visitVarInsn(ALOAD, cell);
        code.visitJumpInsn(IFNULL, nowhere);
        code.visitVarInsn(ALOAD, cell);
        code.visitInsn(ICONST_0);
        code.visitFieldInsn(PUTFIELD, CELL, "inside", "I");
        code.visitVarInsn(ALOAD, cell);
        code.visitInsn(ICONST_0);
        code.visitFieldInsn(PUTFIELD, CELL, "isTimed", "Z");
        code.visitLabel(nowhere);
    }

    /** The handlers get the value of a supplier; getting it is the program's own code, so it comes behind the entry. */
    private void values() {
        int local = 2;
        for (int i = 1; i < shape.type().parameterCount(); i++) {
            if (shape.suppliers().contains(i - 1)) {
                entry();
                code.visitVarInsn(ALOAD, cell);
                code.visitVarInsn(ALOAD, local);
                code.visitMethodInsn(
                        INVOKEVIRTUAL, ENTRY, "value", "(L" + CELL + ";Ljava/lang/Object;)Ljava/lang/Object;", false);
                code.visitVarInsn(ASTORE, local);
            }
            local += Type.getType(shape.type().parameterType(i)).getSize();
        }
    }

    private void call(int handler, Guarded guarded) {
        code.visitLabel(guarded.begin);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, NAME, "handler" + handler, "L" + HANDLE + ";");
        invoke(Handler.called(shape.type()));
        code.visitLabel(guarded.end);
        code.visitJumpInsn(GOTO, guarded.next);
        code.visitLabel(guarded.caught);
        code.visitVarInsn(ASTORE, cell + 1);
        entry();
        code.visitLdcInsn(handler);
        code.visitVarInsn(ALOAD, cell + 1);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "fault", "(IL" + THROWABLE + ";)V", false);
        code.visitLabel(guarded.next);
        entry();
        code.visitVarInsn(ALOAD, cell);
        code.visitLdcInsn(handler);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "lap", "(L" + CELL + ";I)V", false);
    }

    /** Invokes the handle on the stack. */
    private void invoke(MethodType type) {
        int local = 1;
        for (Class<?> each : type.parameterList()) {
            if (each == LivemarkCell.class) {
                code.visitVarInsn(ALOAD, cell);
                continue;
            }
            Type parameter = Type.getType(each);
            code.visitVarInsn(parameter.getOpcode(ILOAD), local);
            local += parameter.getSize();
        }
        code.visitMethodInsn(INVOKEVIRTUAL, HANDLE, "invokeExact", type.toMethodDescriptorString(), false);
    }

    private void onCell(String method) {
        entry();
        code.visitVarInsn(ALOAD, cell);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, method, "(L" + CELL + ";)V", false);
    }

    private void entry() {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, NAME, "entry", "L" + ENTRY + ";");
    }
}
