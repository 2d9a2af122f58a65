/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a method that the JVM takes, statement by statement, with marks in odd places: on a stack that is in use, beside an
 * object that is not initialised, in a handler, in the arguments of another mark. A choice that is not made ends it.
 */
final class Generator implements Opcodes {

    /** The parameters, and so the locals, always set. */
    static final String PARAMETERS = "IJLjava/lang/String;Ljava/lang/Object;D[IF";

    private static final int MOST_DEPTH = 5;

    private final Choices choices;
    private final MethodVisitor code;
    private final Values values;
    private final Marks marks;

    /** How many values are on the stack between statements. */
    private int pendingItems;

    /** @param first the slot of the first parameter */
    Generator(Choices choices, MethodVisitor code, int first, boolean dynamic) {
        this.choices = choices;
        this.code = code;
        this.values = new Values(choices, code, first, dynamic);
        this.marks = new Marks(choices, code, values);
    }

    /** @param reserved how many bytes are left to others */
    void statements(int reserved) {
        while (choices.left() > reserved) {
            statement(0);
        }
    }

    /** The start of a constructor: a statement, while there is no object yet, and the call to the one above. */
    void beforeSuper() {
        code.visitVarInsn(ALOAD, 0);
        pendingItems++;
        statement(1);
        pendingItems--;
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    }

    void statement(int depth) {
        switch (choices.below(depth < MOST_DEPTH ? 13 : 4)) {
            case 0 -> marks.mark();
            case 1 -> values.assign();
            case 2 -> marks.merged();
            case 3 -> marks.question();
            case 4 -> branch(depth);
            case 5 -> loop(depth);
            case 6 -> guarded(depth);
            case 7 -> choice(depth);
            case 8 -> pending(depth);
            case 9 -> uninitialised(depth);
            case 10 -> marks.nested(() -> statement(depth + 1));
            case 11 -> leaving(depth);
            default -> synchronised(depth);
        }
    }

    private void branch(int depth) {
        Label other = new Label();
        Label end = new Label();
        values.push('I', 1);
        code.visitJumpInsn(choices.of(List.of(IFEQ, IFLT, IFGT)), other);
        statement(depth + 1);
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(other);
        statement(depth + 1);
        code.visitLabel(end);
    }

    private void loop(int depth) {
        Label start = new Label();
        Label end = new Label();
        code.visitLabel(start);
        values.push('I', 0);
        code.visitJumpInsn(IFLE, end);
        statement(depth + 1);
        statement(depth + 1);
        code.visitJumpInsn(GOTO, start);
        code.visitLabel(end);
    }

    private void guarded(int depth) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label behind = new Label();
        // On a stack that is in use the two ways could not join.
        if (pendingItems > 0) {
            marks.mark();
            return;
        }
        code.visitTryCatchBlock(
                start, end, handler, choices.of(List.of("java/lang/RuntimeException", "java/lang/Error")));
        code.visitLabel(start);
        code.visitInsn(NOP);
        statement(depth + 1);
        code.visitLabel(end);
        code.visitJumpInsn(GOTO, behind);
        code.visitLabel(handler);
        if (choices.yes()) {
            marks.mark();
        }
        code.visitInsn(POP);
        code.visitLabel(behind);
    }

    private void choice(int depth) {
        Label end = new Label();
        Label[] labels = new Label[1 + choices.below(4)];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        values.push('I', 0);
        if (choices.yes()) {
            code.visitTableSwitchInsn(3, 2 + labels.length, end, labels);
        } else {
            int[] keys = new int[labels.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = i * 1000;
            }
            code.visitLookupSwitchInsn(end, keys, labels);
        }
        for (Label label : labels) {
            code.visitLabel(label);
            statement(depth + 1);
        }
        code.visitLabel(end);
    }

    private void pending(int depth) {
        char type = choices.of(List.of('I', 'J', 'D', 'S', 'O'));
        values.push(type, 1);
        pendingItems++;
        statement(depth + 1);
        pendingItems--;
        code.visitInsn(type == 'J' || type == 'D' ? POP2 : POP);
    }

    private void uninitialised(int depth) {
        code.visitTypeInsn(NEW, "java/lang/StringBuilder");
        if (choices.yes()) {
            code.visitInsn(DUP);
            pendingItems++;
            statement(depth + 1);
            pendingItems--;
            code.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
        } else {
            pendingItems++;
            statement(depth + 1);
            pendingItems--;
        }
        code.visitInsn(POP);
    }

    private void leaving(int depth) {
        Label on = new Label();
        values.push('I', 0);
        code.visitJumpInsn(IFNE, on);
        statement(depth + 1);
        code.visitInsn(RETURN);
        code.visitLabel(on);
    }

    private void synchronised(int depth) {
        values.push('S', 0);
        code.visitInsn(MONITORENTER);
        statement(depth + 1);
        values.push('S', 0);
        code.visitInsn(MONITOREXIT);
    }
}
