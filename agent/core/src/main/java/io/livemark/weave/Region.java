/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The instructions of a site, from the constant to the call, taken apart into arguments.
 *
 * <p>Found by the depth of the stack alone: whatever reaches below the first free slot of an argument belongs to one before
 * it. So conditions and calls inside an argument do not matter.
 */
final class Region {

    final StackStates states;
    final int first;
    final int call;

    /** The arguments; null where an array of unknown size is passed through. */
    final List<Argument> arguments;

    /** What javac adds for the varargs array: creation, indices, stores. */
    final Set<AbstractInsnNode> array = new LinkedHashSet<>();

    private final boolean inArray;

    private Region(StackStates states, int first, int call) {
        this.states = states;
        this.first = first;
        this.call = call;
        String descriptor = ((MethodInsnNode) states.at(call)).desc;
        int parameters = Type.getArgumentTypes(descriptor).length;
        this.inArray = descriptor.contains("[");
        this.arguments = inArray ? elements() : fixed(parameters);
    }

    /**
     * Finds the region of a call to {@code Mark}.
     *
     * @return null where the first argument is not a single constant
     */
    static Region of(StackStates states, int call) {
        int parameters = Type.getArgumentTypes(((MethodInsnNode) states.at(call)).desc).length;
        if (states.depth(call) < parameters) {
            return null;
        }
        int base = states.depth(call) - parameters;
        int first = call - 1;
        while (first >= 0 && (states.at(first).getOpcode() < 0 || states.depth(first) != base)) {
            first--;
        }
        int second = begin(states, call, base + 1);
        if (first < 0 || !(states.at(first) instanceof LdcInsnNode ldc) || !(ldc.cst instanceof String)) {
            return null;
        }
        for (int i = first + 1; i < second; i++) {
            if (states.at(i).getOpcode() >= 0 || states.at(i) instanceof FrameNode) {
                return null;
            }
        }
        return new Region(states, first, call);
    }

    String constant() {
        return (String) ((LdcInsnNode) states.at(first)).cst;
    }

    /** Whether the code jumps into the region from outside, or out of it. */
    boolean isCrossedByJumps() {
        for (StackStates.Jump jump : states.jumps()) {
            boolean from = jump.from() > first && jump.from() < call;
            boolean to = jump.to() > first && jump.to() <= call;
            if (from != to) {
                return true;
            }
        }
        return false;
    }

    /** The stack of a frame inside an argument, as it is without constant, boxes and array. */
    Object[] frameStack(int frameIndex, Object[] stack) {
        int argument = 0;
        while (arguments.get(argument).end() <= frameIndex) {
            argument++;
        }
        int below = states.frameBehind(call).stack.size();
        // Fixed: constant, arguments so far. Array: constant, array, array, index; the arguments so far are in the
        // array.
        int replaced = inArray ? 4 : 1 + argument;
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < below; i++) {
            entries.add(stack[i]);
        }
        for (int i = 0; i < argument; i++) {
            Argument before = arguments.get(i);
            entries.add(before.frameEntry(inArray ? states.top(before.end()) : stack[below + 1 + i]));
        }
        for (int i = below + replaced; i < stack.length; i++) {
            entries.add(stack[i]);
        }
        return entries.toArray();
    }

    private List<Argument> fixed(int parameters) {
        int base = states.depth(call) - parameters;
        List<Argument> found = new ArrayList<>();
        for (int i = 1; i < parameters; i++) {
            int end = i + 1 < parameters ? begin(states, call, base + i + 1) : call;
            Object type = states.stackAt(call).get(base + i);
            found.add(Argument.of(states, begin(states, call, base + i), end, type));
        }
        return found;
    }

    private List<Argument> elements() {
        int withArray = states.depth(call);
        int size = begin(states, call, withArray - 1);
        int create = next(states, size);
        int length = number(states.at(size));
        if (length < 0 || states.at(create).getOpcode() != Opcodes.ANEWARRAY) {
            return null;
        }
        array.addAll(List.of(states.at(size), states.at(create)));
        List<Argument> found = new ArrayList<>();
        int dup = next(states, create);
        while (dup < call) {
            int index = next(states, dup);
            int value = next(states, index);
            int store = value;
            int after = next(states, value);
            while (after < call && states.depth(after) != withArray) {
                store = after;
                after = next(states, after);
            }
            if (states.at(dup).getOpcode() != Opcodes.DUP
                    || number(states.at(index)) != found.size()
                    || states.at(store).getOpcode() != Opcodes.AASTORE) {
                array.clear();
                return null;
            }
            array.addAll(List.of(states.at(dup), states.at(index), states.at(store)));
            found.add(Argument.of(states, value, store, states.top(store)));
            dup = after;
        }
        if (found.size() != length) {
            array.clear();
            return null;
        }
        return found;
    }

    /** The number that an instruction pushes; negative where it is no constant. */
    private static int number(AbstractInsnNode instruction) {
        if (instruction instanceof IntInsnNode push && push.getOpcode() != Opcodes.NEWARRAY) {
            return push.operand;
        }
        if (instruction instanceof LdcInsnNode ldc && ldc.cst instanceof Integer number) {
            return number;
        }
        int opcode = instruction.getOpcode();
        return opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5 ? opcode - Opcodes.ICONST_0 : -1;
    }

    /** The first instruction of the argument above a depth: the one after the last that reaches below that depth. */
    private static int begin(StackStates states, int call, int depth) {
        int at = call - 1;
        while (states.low(at) >= depth) {
            at--;
        }
        return next(states, at);
    }

    private static int next(StackStates states, int index) {
        int at = index + 1;
        while (states.at(at).getOpcode() < 0) {
            at++;
        }
        return at;
    }
}
