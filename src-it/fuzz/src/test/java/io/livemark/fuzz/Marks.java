/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes calls to {@code Mark}: as javac would, and as it would not. */
final class Marks implements Opcodes {

    static final String MARK = "io/livemark/Mark";

    private static final String OBJECT = "java/lang/Object";

    private final Choices choices;
    private final MethodVisitor code;
    private final Values values;

    Marks(Choices choices, MethodVisitor code, Values values) {
        this.choices = choices;
        this.code = code;
        this.values = values;
    }

    void mark() {
        int count = choices.below(7);
        spec(count);
        if (count > 4) {
            array(count);
            call("[Ljava/lang/Object;");
        } else {
            for (int i = 0; i < count; i++) {
                values.reference(0);
            }
            call("Ljava/lang/Object;".repeat(count));
        }
    }

    /** A mark with a statement in the middle of its arguments. */
    void nested(Runnable statement) {
        spec(2);
        values.reference(1);
        statement.run();
        values.reference(1);
        call("Ljava/lang/Object;".repeat(2));
    }

    /** Two marks whose tails were merged, early or late. */
    void merged() {
        Label other = new Label();
        Label tail = new Label();
        boolean late = choices.yes();
        if (late) {
            spec(1);
        }
        values.push('I', 2);
        code.visitJumpInsn(IFEQ, other);
        if (!late) {
            spec(1);
        }
        values.reference(2);
        code.visitJumpInsn(GOTO, tail);
        code.visitLabel(other);
        if (!late) {
            spec(1);
        }
        values.reference(2);
        code.visitLabel(tail);
        call("Ljava/lang/Object;");
    }

    /** The other two methods, whose argument is no argument region. */
    void question() {
        spec(0);
        if (choices.yes()) {
            code.visitMethodInsn(INVOKESTATIC, MARK, "armed", "(Ljava/lang/String;)Z", false);
            code.visitInsn(POP);
        } else {
            code.visitMethodInsn(INVOKESTATIC, MARK, "label", "(Ljava/lang/String;)V", false);
        }
    }

    private void array(int count) {
        code.visitIntInsn(BIPUSH, choices.below(8) == 7 ? count + 1 : count);
        code.visitTypeInsn(ANEWARRAY, OBJECT);
        for (int i = 0; i < count; i++) {
            code.visitInsn(DUP);
            code.visitIntInsn(BIPUSH, i);
            values.reference(1);
            code.visitInsn(AASTORE);
        }
    }

    private void spec(int count) {
        StringBuilder spec = new StringBuilder(choices.of(List.of("any.place", "other", "wrong..name")));
        for (int i = 0; i < count; i++) {
            spec.append(" f").append(i).append("={}");
        }
        code.visitLdcInsn(spec.toString());
        if (choices.below(16) == 15) {
            code.visitTypeInsn(CHECKCAST, "java/lang/String");
        }
    }

    private void call(String types) {
        code.visitMethodInsn(INVOKESTATIC, MARK, "mark", "(Ljava/lang/String;" + types + ")V", false);
    }
}
