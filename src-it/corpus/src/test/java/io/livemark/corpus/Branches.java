/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.List;
import java.util.SplittableRandom;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Writes jumps within an argument, with the frames that they need. */
final class Branches {

    private final Place place;
    private final Code code;
    private final SplittableRandom random;

    Branches(Place place, Code code, SplittableRandom random) {
        this.place = place;
        this.code = code;
        this.random = random;
    }

    /** One value or another of the same type for the verifier. */
    void choice(Runnable one, Runnable other, Object type) {
        LabelNode second = new LabelNode();
        LabelNode end = new LabelNode();
        condition(second);
        one.run();
        code.jump(Opcodes.GOTO, end).target(second);
        other.run();
        code.target(end, type);
    }

    /** One of three numbers. */
    void table() {
        List<Integer> numbers = place.holding(Opcodes.INTEGER);
        LabelNode zero = new LabelNode();
        LabelNode one = new LabelNode();
        LabelNode other = new LabelNode();
        LabelNode end = new LabelNode();
        if (numbers.isEmpty()) {
            code.number(1);
        } else {
            code.var(Opcodes.ILOAD, any(numbers));
        }
        code.add(new TableSwitchInsnNode(0, 1, other, zero, one));
        code.target(zero).constant(0.5).jump(Opcodes.GOTO, end);
        code.target(one).constant(1.5).jump(Opcodes.GOTO, end);
        code.target(other).constant(2.5);
        code.target(end, Opcodes.DOUBLE);
    }

    private void condition(LabelNode otherwise) {
        // Not a builder: whoever reads one and appends may append to it.
        List<Integer> references = place.references().stream()
                .filter(slot -> !Arguments.isBuilder(place.locals().get(slot)))
                .toList();
        List<Integer> numbers = place.holding(Opcodes.INTEGER);
        if (!references.isEmpty() && random.nextBoolean()) {
            code.var(Opcodes.ALOAD, any(references)).jump(Opcodes.IFNULL, otherwise);
        } else if (!numbers.isEmpty()) {
            code.var(Opcodes.ILOAD, any(numbers)).jump(Opcodes.IFLE, otherwise);
        } else {
            code.number(1).jump(Opcodes.IFEQ, otherwise);
        }
    }

    private int any(List<Integer> slots) {
        return slots.get(random.nextInt(slots.size()));
    }
}
