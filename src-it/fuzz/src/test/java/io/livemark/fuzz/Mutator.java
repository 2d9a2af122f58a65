/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Changes a method here and there: instructions, jumps, handlers, frames. What comes out may be sound or not. */
final class Mutator {

    private static final List<Object> ENTRIES = Arrays.asList(
            Opcodes.TOP,
            Opcodes.INTEGER,
            Opcodes.LONG,
            Opcodes.DOUBLE,
            Opcodes.FLOAT,
            Opcodes.NULL,
            Opcodes.UNINITIALIZED_THIS,
            "java/lang/Object",
            "java/lang/String",
            "[I");

    private final Choices choices;
    private final MethodNode method;
    private final InsnList code;

    Mutator(Choices choices, MethodNode method) {
        this.choices = choices;
        this.method = method;
        this.code = method.instructions;
    }

    void change() {
        if (code.size() == 0) {
            return;
        }
        AbstractInsnNode at = code.get(choices.below(code.size()));
        switch (choices.below(14)) {
            case 0 -> remove(at);
            case 1 -> copy(at, code.get(choices.below(code.size())));
            case 2 -> code.insertBefore(at, new InsnNode(choices.below(Opcodes.DCMPG + 1)));
            case 3 -> local(at);
            case 4 -> mark(at);
            case 5 -> code.insertBefore(at, new JumpInsnNode(Opcodes.GOTO, label()));
            case 6 -> condition(at);
            case 7 -> retarget(at);
            case 8 -> handler(at);
            case 9 -> frame(at);
            case 10 -> entry(at);
            case 11 -> subroutine(at);
            case 12 -> constant(at);
            default -> limits();
        }
    }

    private void remove(AbstractInsnNode at) {
        if (!(at instanceof LabelNode)) {
            code.remove(at);
        }
    }

    private void copy(AbstractInsnNode from, AbstractInsnNode to) {
        if (!(from instanceof LabelNode)) {
            Map<LabelNode, LabelNode> same = new HashMap<>();
            for (AbstractInsnNode node : code) {
                if (node instanceof LabelNode label) {
                    same.put(label, label);
                }
            }
            code.insertBefore(to, from.clone(same));
        }
    }

    private void local(AbstractInsnNode at) {
        if (at instanceof VarInsnNode access) {
            access.var = slot();
        } else {
            int opcode = (choices.yes() ? Opcodes.ILOAD : Opcodes.ISTORE) + choices.below(5);
            code.insertBefore(at, new VarInsnNode(opcode, slot()));
        }
    }

    /** Mostly one that is in use; at times the last there is. */
    private int slot() {
        int chosen = choices.below(20);
        return chosen == 19 ? 65_534 : chosen;
    }

    private void mark(AbstractInsnNode at) {
        code.insertBefore(at, new LdcInsnNode("put.in"));
        if (choices.yes()) {
            code.insertBefore(at, new InsnNode(choices.of(List.of(Opcodes.NOP, Opcodes.DUP, Opcodes.POP))));
        }
        code.insertBefore(
                at, new MethodInsnNode(Opcodes.INVOKESTATIC, Marks.MARK, "mark", "(Ljava/lang/String;)V", false));
    }

    private void condition(AbstractInsnNode at) {
        code.insertBefore(at, new InsnNode(Opcodes.ICONST_0));
        code.insertBefore(at, new JumpInsnNode(Opcodes.IFEQ, label()));
    }

    private void retarget(AbstractInsnNode at) {
        if (at instanceof JumpInsnNode jump) {
            jump.label = label();
        }
    }

    private void handler(AbstractInsnNode at) {
        LabelNode start = new LabelNode();
        code.insertBefore(at, start);
        method.tryCatchBlocks.add(
                new TryCatchBlockNode(start, label(), label(), choices.yes() ? null : "java/lang/RuntimeException"));
    }

    private void subroutine(AbstractInsnNode at) {
        LabelNode entry = new LabelNode();
        LabelNode behind = new LabelNode();
        InsnList inserted = new InsnList();
        inserted.add(new JumpInsnNode(Opcodes.JSR, entry));
        inserted.add(new JumpInsnNode(Opcodes.GOTO, behind));
        inserted.add(entry);
        inserted.add(new VarInsnNode(Opcodes.ASTORE, 12));
        inserted.add(new LdcInsnNode("in.subroutine"));
        inserted.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Marks.MARK, "mark", "(Ljava/lang/String;)V", false));
        inserted.add(new VarInsnNode(Opcodes.RET, 12));
        inserted.add(behind);
        code.insertBefore(at, inserted);
    }

    private void frame(AbstractInsnNode at) {
        List<FrameNode> frames = new ArrayList<>();
        for (AbstractInsnNode node : code) {
            if (node instanceof FrameNode frame) {
                frames.add(frame);
            }
        }
        if (!frames.isEmpty()) {
            code.insertBefore(at, choices.of(frames).clone(new HashMap<>()));
        }
    }

    private void entry(AbstractInsnNode at) {
        if (at instanceof FrameNode frame) {
            List<Object> entries = new ArrayList<>(choices.yes() ? frame.local : frame.stack);
            boolean ofLocals = frame.local.equals(entries);
            if (!entries.isEmpty() && choices.yes()) {
                entries.remove(choices.below(entries.size()));
            }
            entries.add(choices.below(entries.size() + 1), choices.of(ENTRIES));
            if (ofLocals) {
                frame.local = entries;
            } else {
                frame.stack = entries;
            }
        }
    }

    private void constant(AbstractInsnNode at) {
        if (at instanceof IntInsnNode push && push.getOpcode() != Opcodes.NEWARRAY) {
            push.operand = choices.below(256) - 128;
        } else if (at instanceof LdcInsnNode ldc) {
            ldc.cst = choices.of(List.of("put.in a={}", "put.in", "a", "", "a.b x={} y={}", 1, 2L, 1.5));
        }
    }

    private void limits() {
        method.maxStack = choices.below(300);
        method.maxLocals = choices.below(300);
    }

    private LabelNode label() {
        List<LabelNode> labels = new ArrayList<>();
        for (AbstractInsnNode node : code) {
            if (node instanceof LabelNode label) {
                labels.add(label);
            }
        }
        if (labels.isEmpty()) {
            LabelNode first = new LabelNode();
            code.insert(first);
            return first;
        }
        return choices.of(labels);
    }
}
