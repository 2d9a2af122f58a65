/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * What is on the stack before the instructions of a method that belong to its sites.
 *
 * <p>Follows the frames that the class file holds, from one to the next; where it holds none, as old ones do, it follows the ways
 * that the code can take ({@link Flow}). So it asks nobody about class hierarchies, and loads nothing.
 */
final class StackStates {

    /** The depth where no way leads. */
    static final int UNKNOWN = -1;

    private final String owner;
    private final MethodNode method;
    private final AbstractInsnNode[] instructions;
    private final int[] depth;
    private final Object[] top;
    private final Map<Integer, List<Object>> atCalls = new HashMap<>();
    private final Map<Integer, FrameNode> behindCalls = new HashMap<>();
    private final Jumps jumps;

    /** Where {@code Mark} is called. */
    private final int[] calls;

    private Sources sources;
    private boolean asked;

    /** By what ASM makes of them; null until an object that is not initialised yet asks for one. */
    private Map<Label, LabelNode> nodes;

    /**
     * @param owner the internal name of the class
     * @param version the major version of the class file
     * @param method the method
     * @throws AnalyzerException where the code makes no sense, or is too large to be followed without frames
     */
    StackStates(String owner, int version, MethodNode method) throws AnalyzerException {
        this.owner = owner;
        this.method = method;
        this.instructions = method.instructions.toArray();
        this.depth = new int[instructions.length];
        Arrays.fill(depth, UNKNOWN);
        this.top = new Object[instructions.length];
        this.jumps = new Jumps(method, instructions);
        this.calls = findCalls();
        if (version >= Opcodes.V1_7 || version == Opcodes.V1_6 && (jumps.isEmpty() || holdsFrame())) {
            followFrames(new AnalyzerAdapter(owner, method.access, method.name, method.desc, null));
        } else {
            followCode();
        }
    }

    /** How many slots are in use before an instruction; {@link #UNKNOWN} where no way leads, and far from any site. */
    int depth(int index) {
        return depth[index];
    }

    /** How deep the stack is once an instruction has popped what it pops, and has pushed nothing yet. */
    int low(int index) {
        AbstractInsnNode instruction = instructions[index];
        return instruction.getOpcode() < 0 ? Integer.MAX_VALUE : depth[index] - Pops.of(instruction);
    }

    /** The verifier's type of the reference on top of the stack before an instruction: an internal name, or a marker. */
    Object top(int index) {
        return top[index];
    }

    /** The types of all slots before a call to {@code Mark}; null where no way leads there. */
    List<Object> stackAt(int call) {
        return atCalls.get(call);
    }

    /**
     * The state after a call to {@code Mark}; null where no way leads there, and in a method without frames.
     *
     * <p>It holds before the arguments too, where these write no local. The state there may say more, and more than the code
     * behind can rely on: where ways join in an argument, a local has its declared type again.
     */
    FrameNode frameBehind(int call) {
        return behindCalls.get(call);
    }

    /**
     * The string constant that is so many values deep in the stack before an instruction, whichever way led there. Found when it
     * is first asked for, which is seldom.
     *
     * @return null where there are several, or something else, or where that cannot be said for sure
     */
    String constant(int index, int deep) {
        if (!asked) {
            asked = true;
            try {
                sources = Flow.hasSubroutines(method) ? null : new Sources(owner, method);
            } catch (AnalyzerException | RuntimeException e) {
                sources = null;
            }
        }
        return sources == null ? null : sources.constant(index, deep);
    }

    Jumps jumps() {
        return jumps;
    }

    AbstractInsnNode at(int index) {
        return instructions[index];
    }

    /** The places of the calls to {@code Mark}, in their order. */
    int[] calls() {
        return calls;
    }

    private int[] findCalls() {
        int[] found = new int[4];
        int count = 0;
        for (int i = 0; i < instructions.length; i++) {
            if (SiteFinder.isCallToMark(instructions[i])) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean holdsFrame() {
        for (AbstractInsnNode instruction : instructions) {
            if (instruction instanceof FrameNode) {
                return true;
            }
        }
        return false;
    }

    /** Only as far as a site needs it, which is a small part of most methods. */
    private void followFrames(AnalyzerAdapter state) {
        int next = 0;
        for (int call : calls) {
            for (int i = begin(next, call); i <= call; i++) {
                before(i, state.stack);
                instructions[i].accept(state);
            }
            if (atCalls.containsKey(call)) {
                behindCalls.put(call, frame(state));
            }
            next = call + 1;
        }
    }

    /**
     * Where to begin for a call: what it needs is on the stack, so it lies behind any frame that says the stack is empty.
     *
     * @param next where it goes on from the state that is there
     */
    private int begin(int next, int call) {
        for (int i = call; i > next; i--) {
            if (instructions[i] instanceof FrameNode frame && frame.stack.isEmpty() && isWhole(frame)) {
                return i;
            }
        }
        return next;
    }

    /** Whether all objects are initialised, so that nothing before the frame is needed to know their types. */
    private static boolean isWhole(FrameNode frame) {
        for (Object local : frame.local) {
            if (local instanceof LabelNode || local == Opcodes.UNINITIALIZED_THIS) {
                return false;
            }
        }
        return true;
    }

    private void followCode() throws AnalyzerException {
        Flow flow = Flow.ofTypes(owner, method);
        for (int i = 0; i < instructions.length; i++) {
            before(i, flow.stackAt(i));
        }
    }

    private void before(int index, List<Object> stack) {
        depth[index] = stack == null ? UNKNOWN : stack.size();
        top[index] = depth[index] > 0 ? stack.get(depth[index] - 1) : null;
        if (stack != null && SiteFinder.isCallToMark(instructions[index])) {
            atCalls.put(index, List.copyOf(stack));
        }
    }

    private FrameNode frame(AnalyzerAdapter state) {
        Object[] locals = entries(state.locals);
        Object[] stack = entries(state.stack);
        return new FrameNode(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
    }

    /** From slots, where a long takes two, to frame entries, where it takes one. */
    private Object[] entries(List<Object> slots) {
        List<Object> entries = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            Object slot = slots.get(i);
            entries.add(slot instanceof Label label ? node(label) : slot);
            if (slot == Opcodes.LONG || slot == Opcodes.DOUBLE) {
                i++;
            }
        }
        return entries.toArray();
    }

    private LabelNode node(Label label) {
        if (nodes == null) {
            nodes = new HashMap<>();
            for (AbstractInsnNode instruction : instructions) {
                if (instruction instanceof LabelNode node) {
                    nodes.put(node.getLabel(), node);
                }
            }
        }
        return nodes.get(label);
    }
}
