/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes expressions: of the types I, J, D, F, S for a String, O for an Object and A for an array of int. */
final class Values implements Opcodes {

    private static final String TYPES = "IJSODAF";
    private static final int[] SLOTS = {0, 1, 3, 4, 5, 7, 8};
    private static final int MOST_DEPTH = 4;
    private static final Handle CONCATENATION = new Handle(
            H_INVOKESTATIC,
            "java/lang/invoke/StringConcatFactory",
            "makeConcatWithConstants",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;"
                    + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            false);

    private final Choices choices;
    private final MethodVisitor code;
    private final int first;
    private final boolean dynamic;

    Values(Choices choices, MethodVisitor code, int first, boolean dynamic) {
        this.choices = choices;
        this.code = code;
        this.first = first;
        this.dynamic = dynamic;
    }

    void assign() {
        char type = choices.of(List.of('I', 'J', 'S', 'O', 'D', 'A', 'F'));
        push(type, 1);
        code.visitVarInsn(op(type, ISTORE, LSTORE, FSTORE, DSTORE, ASTORE), slot(type));
    }

    void push(char type, int depth) {
        switch (depth < MOST_DEPTH ? choices.below(6) : 0) {
            case 0 -> load(type);
            case 1 -> constant(type);
            case 2 -> condition(type, depth);
            case 3 -> call(type, depth);
            case 4 -> effect(type, depth);
            default -> shuffled(type, depth);
        }
    }

    /** A reference, of a box or of anything. */
    void reference(int depth) {
        switch (choices.below(8)) {
            case 0 -> boxed('I', "java/lang/Integer", depth);
            case 1 -> boxed('J', "java/lang/Long", depth);
            case 2 -> boxed('D', "java/lang/Double", depth);
            case 3 -> boxed('F', "java/lang/Float", depth);
            case 4 -> code.visitInsn(ACONST_NULL);
            case 5 -> push('S', depth);
            case 6 -> push('A', depth);
            default -> push('O', depth);
        }
    }

    private void boxed(char type, String box, int depth) {
        push(type, depth);
        code.visitMethodInsn(INVOKESTATIC, box, "valueOf", "(" + type + ")L" + box + ";", false);
    }

    private void load(char type) {
        code.visitVarInsn(op(type, ILOAD, LLOAD, FLOAD, DLOAD, ALOAD), slot(type));
    }

    private void constant(char type) {
        switch (type) {
            case 'I' -> code.visitInsn(ICONST_3);
            case 'J' -> code.visitLdcInsn(7L);
            case 'D' -> code.visitInsn(DCONST_1);
            case 'F' -> code.visitInsn(FCONST_2);
            case 'S' -> code.visitLdcInsn("text");
            default -> code.visitInsn(ACONST_NULL);
        }
    }

    private void condition(char type, int depth) {
        Label other = new Label();
        Label end = new Label();
        push('I', depth + 1);
        code.visitJumpInsn(IFEQ, other);
        push(type, depth + 1);
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(other);
        push(type, depth + 1);
        code.visitLabel(end);
    }

    private void call(char type, int depth) {
        switch (type) {
            case 'I' -> {
                push('S', depth + 1);
                code.visitMethodInsn(INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
            }
            case 'J' -> {
                push('D', depth + 1);
                code.visitInsn(D2L);
            }
            case 'D' -> {
                push('I', depth + 1);
                code.visitInsn(I2D);
            }
            case 'F' -> {
                push('J', depth + 1);
                code.visitInsn(L2F);
            }
            case 'S' -> concatenation(depth);
            case 'A' -> {
                push('I', depth + 1);
                code.visitIntInsn(NEWARRAY, T_INT);
            }
            default -> reference(depth + 1);
        }
    }

    private void concatenation(int depth) {
        push('O', depth + 1);
        if (dynamic && choices.yes()) {
            push('J', depth + 1);
            code.visitInvokeDynamicInsn("concat", "(Ljava/lang/Object;J)Ljava/lang/String;", CONCATENATION, "a\1b\1");
        } else {
            code.visitMethodInsn(
                    INVOKESTATIC, "java/lang/String", "valueOf", "(Ljava/lang/Object;)Ljava/lang/String;", false);
        }
    }

    private void effect(char type, int depth) {
        if (choices.yes()) {
            code.visitIincInsn(slot('I'), 1);
            push(type, depth + 1);
        } else {
            push(type, depth + 1);
            boolean wide = type == 'J' || type == 'D';
            code.visitInsn(wide ? DUP2 : DUP);
            code.visitVarInsn(op(type, ISTORE, LSTORE, FSTORE, DSTORE, ASTORE), slot(type));
        }
    }

    private void shuffled(char type, int depth) {
        push(type, depth + 1);
        push('I', depth + 1);
        if (type == 'J' || type == 'D') {
            code.visitInsn(DUP_X2);
            code.visitInsn(POP);
            code.visitInsn(DUP2_X1);
            code.visitInsn(POP2);
            code.visitInsn(POP);
        } else {
            code.visitInsn(choices.yes() ? SWAP : NOP);
            code.visitInsn(POP);
            code.visitInsn(type == 'I' ? NOP : POP);
            if (type != 'I') {
                load(type);
            }
        }
    }

    private int slot(char type) {
        return first + SLOTS[TYPES.indexOf(type)];
    }

    private static int op(char type, int ofInt, int ofLong, int ofFloat, int ofDouble, int ofReference) {
        return switch (type) {
            case 'I' -> ofInt;
            case 'J' -> ofLong;
            case 'F' -> ofFloat;
            case 'D' -> ofDouble;
            default -> ofReference;
        };
    }
}
