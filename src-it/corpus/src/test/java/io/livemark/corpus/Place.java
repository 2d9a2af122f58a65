/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A statement boundary where nothing is on the stack.
 *
 * @param method the method
 * @param before the instruction that a mark may be put in front of
 * @param locals the verifier's types of the local slots, as in a frame; a long takes two slots
 */
record Place(MarkedMethod method, AbstractInsnNode before, List<Object> locals) {

    /** The slots of the locals that hold a value of one of these types. */
    List<Integer> holding(Object... types) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < locals.size(); i++) {
            if (List.of(types).contains(locals.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    /** The slots of the locals that hold a reference. */
    List<Integer> references() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < locals.size(); i++) {
            if (locals.get(i) instanceof String || locals.get(i) == Opcodes.NULL) {
                found.add(i);
            }
        }
        return found;
    }

    /** Whether {@code this} is at hand, and initialised. */
    boolean hasThis() {
        return !method.isStatic()
                && !locals.isEmpty()
                && method.owner().name.equals(locals.get(0))
                && method.keepsThis();
    }

    /** Whether frames can be written here: an object that is not initialised yet lies in no local. */
    boolean takesFrames() {
        return locals.stream().noneMatch(Label.class::isInstance);
    }

    /** The locals as the entries of a frame, where a long takes one. */
    List<Object> frameLocals() {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < locals.size(); i++) {
            entries.add(locals.get(i));
            if (locals.get(i) == Opcodes.LONG || locals.get(i) == Opcodes.DOUBLE) {
                i++;
            }
        }
        return entries;
    }
}
