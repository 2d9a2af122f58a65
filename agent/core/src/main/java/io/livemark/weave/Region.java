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

    /**
     * Takes a site apart that no jump enters or leaves.
     *
     * @param first the place of its constant
     * @param call the place of its call
     */
    Region(StackStates states, int first, int call) {
        this.states = states;
        this.first = first;
        this.call = call;
        String descriptor = ((MethodInsnNode) states.at(call)).desc;
        this.inArray = descriptor.contains("[");
        this.arguments = inArray ? elements() : fixed(parameters(states, call));
    }

    /**
     * The place of the constant that a site begins with.
     *
     * @param call the place of a call to {@code Mark}
     * @return -1 where the first argument is not a single constant
     */
    static int first(StackStates states, int call) {
        int base = states.depth(call) - parameters(states, call);
        int first = base < 0 ? -1 : call - 1;
        while (first >= 0 && (states.at(first).getOpcode() < 0 || states.depth(first) != base)) {
            first--;
        }
        boolean isConstant = first >= 0 && states.at(first) instanceof LdcInsnNode ldc && ldc.cst instanceof String;
        return isConstant && begin(states, call, base + 1) == next(states, first) ? first : -1;
    }

    static String constant(StackStates states, int first) {
        return (String) ((LdcInsnNode) states.at(first)).cst;
    }

    static int parameters(StackStates states, int call) {
        return Type.getArgumentCount(((MethodInsnNode) states.at(call)).desc);
    }

    /**
     * The stack of a frame inside an argument, as it is without boxes and array.
     *
     * @param instead what is there in place of the constant; nothing or one entry
     */
    Object[] frameStack(int frameIndex, Object[] stack, List<Object> instead) {
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
        entries.addAll(instead);
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
            if (states.at(dup).getOpcode() != Opcodes.DUP) {
                array.clear();
                return null;
            }
            int index = next(states, dup);
            int value = next(states, index);
            int store = value;
            int after = next(states, value);
            while (after < call && states.depth(after) != withArray) {
                store = after;
                after = next(states, after);
            }
            if (number(states.at(index)) != found.size() || states.at(store).getOpcode() != Opcodes.AASTORE) {
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
