/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * What is on the stack and in the locals before each instruction of a method.
 *
 * <p>Follows the frames that the class file holds, from one to the next; so it asks nobody about class hierarchies, and
 * loads nothing. A method without frames is known up to its first jump target.
 */
final class StackStates {

    /** The depth where nobody knows: after a jump, before the next frame. */
    static final int UNKNOWN = -1;

    /** How many slots dup, dup_x1, dup_x2, dup2, dup2_x1, dup2_x2 and swap take off before they put more back. */
    private static final String DUP_POPS = "1232342";

    private final AbstractInsnNode[] instructions;
    private final int[] depth;
    private final int[] low;
    private final Object[] top;
    private final Map<Integer, List<Object>> atCalls = new HashMap<>();
    private final Map<Integer, FrameNode> behindCalls = new HashMap<>();
    private final List<Jump> jumps = new ArrayList<>();

    /** A way from one instruction to a label, both by their indices. */
    record Jump(int from, int to) {}

    StackStates(String owner, MethodNode method) {
        this.instructions = method.instructions.toArray();
        this.depth = new int[instructions.length];
        this.low = new int[instructions.length];
        this.top = new Object[instructions.length];
        Map<Label, LabelNode> nodes = new HashMap<>();
        AnalyzerAdapter state = new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
        for (int i = 0; i < instructions.length; i++) {
            AbstractInsnNode instruction = instructions[i];
            if (instruction instanceof LabelNode label) {
                nodes.put(label.getLabel(), label);
            }
            depth[i] = state.stack == null ? UNKNOWN : state.stack.size();
            top[i] = depth[i] > 0 ? state.stack.get(depth[i] - 1) : null;
            if (depth[i] != UNKNOWN && SiteFinder.isCallToMark(instruction)) {
                atCalls.put(i, List.copyOf(state.stack));
            }
            instruction.accept(state);
            low[i] = low(instruction, depth[i], state.stack);
            if (atCalls.containsKey(i)) {
                behindCalls.put(i, frame(state, nodes));
            }
        }
        for (int i = 0; i < instructions.length; i++) {
            for (LabelNode target : targets(instructions[i])) {
                jumps.add(new Jump(i, method.instructions.indexOf(target)));
            }
        }
    }

    /** How many slots are in use before an instruction, or {@link #UNKNOWN}. */
    int depth(int index) {
        return depth[index];
    }

    /** How deep the stack is once an instruction has popped what it pops, and has pushed nothing yet. */
    int low(int index) {
        return low[index];
    }

    /** The verifier's type of the reference on top of the stack before an instruction: an internal name, or a marker. */
    Object top(int index) {
        return top[index];
    }

    /** The types of all slots before a call to {@code Mark}; null where they are not known. */
    List<Object> stackAt(int call) {
        return atCalls.get(call);
    }

    /**
     * The state after a call to {@code Mark}; null where it is not known.
     *
     * <p>It holds before the arguments too, where these write no local. The state there may say more, and more than the code
     * behind can rely on: where ways join in an argument, a local has its declared type again.
     */
    FrameNode frameBehind(int call) {
        return behindCalls.get(call);
    }

    List<Jump> jumps() {
        return jumps;
    }

    AbstractInsnNode at(int index) {
        return instructions[index];
    }

    int size() {
        return instructions.length;
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        if (instruction instanceof TableSwitchInsnNode table) {
            List<LabelNode> all = new ArrayList<>(table.labels);
            all.add(table.dflt);
            return all;
        }
        if (instruction instanceof LookupSwitchInsnNode lookup) {
            List<LabelNode> all = new ArrayList<>(lookup.labels);
            all.add(lookup.dflt);
            return all;
        }
        return List.of();
    }

    private static FrameNode frame(AnalyzerAdapter state, Map<Label, LabelNode> nodes) {
        Object[] locals = entries(state.locals, nodes);
        Object[] stack = entries(state.stack, nodes);
        return new FrameNode(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
    }

    private static int low(AbstractInsnNode instruction, int before, List<Object> after) {
        int opcode = instruction.getOpcode();
        if (opcode < 0) {
            return Integer.MAX_VALUE;
        }
        if (opcode >= Opcodes.DUP && opcode <= Opcodes.SWAP) {
            return before - (DUP_POPS.charAt(opcode - Opcodes.DUP) - '0');
        }
        if (after == null) {
            return before;
        }
        // What does not push ends at its low; what does pushes one value, which is on top now.
        int size = after.size();
        if (!pushes(instruction)) {
            return Math.min(before, size);
        }
        return size - (after.get(size - 1) == Opcodes.TOP ? 2 : 1);
    }

    private static boolean pushes(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof MethodInsnNode call) {
            return !call.desc.endsWith(")V");
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return !dynamic.desc.endsWith(")V");
        }
        boolean silent = opcode == Opcodes.NOP
                || opcode >= Opcodes.ISTORE && opcode <= Opcodes.POP2
                || opcode == Opcodes.IINC
                || opcode >= Opcodes.IFEQ && opcode <= Opcodes.RETURN
                || opcode == Opcodes.PUTSTATIC
                || opcode == Opcodes.PUTFIELD
                || opcode == Opcodes.MONITORENTER
                || opcode == Opcodes.MONITOREXIT
                || opcode == Opcodes.IFNULL
                || opcode == Opcodes.IFNONNULL;
        return !silent;
    }

    /** From slots, where a long takes two, to frame entries, where it takes one. */
    private static Object[] entries(List<Object> slots, Map<Label, LabelNode> nodes) {
        List<Object> entries = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            Object slot = slots.get(i);
            entries.add(slot instanceof Label label ? nodes.get(label) : slot);
            if (slot == Opcodes.LONG || slot == Opcodes.DOUBLE) {
                i++;
            }
        }
        return entries.toArray();
    }
}
