/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** How many slots an instruction takes off the stack before it puts others there. */
final class Pops {

    /** By opcode; {@code d} where the descriptor says. The JVM specification, 6.5. */
    private static final String BY_OPCODE = "000000000000000000000" // nop, constants, ldc
            + "0000000000000000000000000" // loads
            + "22222222" // loads from arrays
            + "1212100000000000000000000" // stores
            + "34343333" // stores into arrays
            + "121232342" // pop, pop2, dup to swap
            + "24242424242424242424" // add to rem
            + "1212" // neg
            + "232323" // shifts
            + "242424" // and, or, xor
            + "0" // iinc
            + "111222111222111" // conversions
            + "42244" // comparisons
            + "11111122222222" // if
            + "00011" // goto, jsr, ret, switches
            + "121210" // returns
            + "0d1d" // fields
            + "ddddd" // calls
            + "0111111" // new to checkcast, instanceof
            + "11" // monitors
            + "0d11"; // wide, multianewarray, ifnull, ifnonnull

    private Pops() {}

    /** The slots that an instruction pops; a label or a frame pops none. */
    static int of(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode < 0) {
            return 0;
        }
        char pops = BY_OPCODE.charAt(opcode);
        return pops == 'd' ? byDescriptor(instruction) : pops - '0';
    }

    private static int byDescriptor(AbstractInsnNode instruction) {
        if (instruction instanceof FieldInsnNode field) {
            int object = field.getOpcode() == Opcodes.PUTFIELD ? 1 : 0;
            return object + Type.getType(field.desc).getSize();
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return arguments(dynamic.desc) - 1;
        }
        if (instruction instanceof MethodInsnNode call) {
            return arguments(call.desc) - (call.getOpcode() == Opcodes.INVOKESTATIC ? 1 : 0);
        }
        return ((MultiANewArrayInsnNode) instruction).dims;
    }

    /** With one for {@code this}. */
    private static int arguments(String descriptor) {
        return Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    }
}
