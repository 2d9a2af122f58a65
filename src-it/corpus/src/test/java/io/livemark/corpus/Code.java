/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Instructions that are being written, and the verifier's view of the stack where a frame may be needed. The stack is kept by the
 * one who writes, and only across jumps: {@link #below} holds what lies under the value in the making.
 */
final class Code {

    final InsnList list = new InsnList();

    /** What is on the stack under the value that is being made. */
    final List<Object> below = new ArrayList<>();

    private final Place place;

    Code(Place place) {
        this.place = place;
    }

    Code insn(int opcode) {
        return add(new InsnNode(opcode));
    }

    Code var(int opcode, int local) {
        return add(new VarInsnNode(opcode, local));
    }

    Code type(int opcode, String type) {
        return add(new TypeInsnNode(opcode, type));
    }

    Code constant(Object constant) {
        return add(new LdcInsnNode(constant));
    }

    Code number(int number) {
        return number <= 5 ? insn(Opcodes.ICONST_0 + number) : add(new IntInsnNode(Opcodes.BIPUSH, number));
    }

    Code field(int opcode, String owner, String name, String type) {
        return add(new FieldInsnNode(opcode, owner, name, type));
    }

    Code call(int opcode, String owner, String name, String type) {
        return add(new MethodInsnNode(opcode, owner, name, type, false));
    }

    Code jump(int opcode, LabelNode target) {
        return add(new JumpInsnNode(opcode, target));
    }

    /** A jump target, where these values lie on the stack above {@link #below}. */
    Code target(LabelNode label, Object... above) {
        add(label);
        if (place.method().hasFrames()) {
            List<Object> stack = new ArrayList<>(below);
            stack.addAll(List.of(above));
            List<Object> locals = place.frameLocals();
            add(new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray()));
        }
        return this;
    }

    Code add(AbstractInsnNode instruction) {
        list.add(instruction);
        return this;
    }
}
