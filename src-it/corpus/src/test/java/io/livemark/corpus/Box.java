/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.SplittableRandom;
import org.objectweb.asm.Opcodes;

/** A primitive type on its way into an argument, boxed as javac does it. */
enum Box {
    BOOLEAN('Z', "Boolean", Opcodes.ILOAD),
    BYTE('B', "Byte", Opcodes.ILOAD),
    CHAR('C', "Character", Opcodes.ILOAD),
    SHORT('S', "Short", Opcodes.ILOAD),
    INT('I', "Integer", Opcodes.ILOAD),
    LONG('J', "Long", Opcodes.LLOAD),
    FLOAT('F', "Float", Opcodes.FLOAD),
    DOUBLE('D', "Double", Opcodes.DLOAD);

    private final char descriptor;
    private final String type;
    private final int load;

    Box(char descriptor, String type, int load) {
        this.descriptor = descriptor;
        this.type = "java/lang/" + type;
        this.load = load;
    }

    static Box of(char descriptor) {
        for (Box box : values()) {
            if (box.descriptor == descriptor) {
                return box;
            }
        }
        throw new IllegalArgumentException("no primitive: " + descriptor);
    }

    /** The one of a verification type. */
    static Box of(Object entry) {
        if (entry == Opcodes.INTEGER) {
            return INT;
        }
        return entry == Opcodes.LONG ? LONG : entry == Opcodes.FLOAT ? FLOAT : DOUBLE;
    }

    /** Whether an internal name is that of a box. */
    static boolean isBox(Object name) {
        for (Box box : values()) {
            if (box.type.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves a constant, boxed; or a string. */
    static void constant(Code code, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> INT.box(code.number(random.nextInt(9)));
            case 1 -> LONG.box(code.constant(1L << random.nextInt(60)));
            case 2 -> DOUBLE.box(code.constant(Math.PI));
            default -> code.constant("constant");
        }
    }

    int load() {
        return load;
    }

    String descriptor() {
        return String.valueOf(descriptor);
    }

    void box(Code code) {
        code.call(Opcodes.INVOKESTATIC, type, "valueOf", "(" + descriptor + ")L" + type + ";");
    }

    /** Something with the value on the stack, of the same type. */
    void arithmetic(Code code) {
        switch (this) {
            case LONG -> code.constant(5L).insn(Opcodes.LXOR);
            case FLOAT -> code.insn(Opcodes.FNEG);
            case DOUBLE -> code.constant(2.0).insn(Opcodes.DREM);
            default -> code.number(3).insn(Opcodes.IMUL).constant(70_000).insn(Opcodes.IADD);
        }
    }

    /** Another type of the value on the stack. */
    Box cast(Code code, SplittableRandom random) {
        switch (this) {
            case LONG:
                code.insn(Opcodes.L2D);
                return DOUBLE;
            case FLOAT:
                code.insn(Opcodes.F2L);
                return LONG;
            case DOUBLE:
                code.insn(Opcodes.D2I);
                return INT;
            default:
                int way = random.nextInt(3);
                code.insn(Opcodes.I2B + way);
                return way == 0 ? BYTE : way == 1 ? CHAR : SHORT;
        }
    }
}
