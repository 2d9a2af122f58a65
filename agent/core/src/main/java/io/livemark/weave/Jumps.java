/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The ways of a method other than from one instruction to the next; where an exception is caught is one from anywhere. */
final class Jumps {

    private static final int ANYWHERE = -1;

    private final List<Jump> bySource = new ArrayList<>();
    private final List<Jump> byTarget;

    /** A way from one instruction to a label, both by their indices. */
    private record Jump(int from, int to) {}

    Jumps(MethodNode method) {
        int index = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            for (LabelNode target : targets(instruction)) {
                bySource.add(new Jump(index, method.instructions.indexOf(target)));
            }
            index++;
        }
        byTarget = new ArrayList<>(bySource);
        for (TryCatchBlockNode caught : method.tryCatchBlocks) {
            byTarget.add(new Jump(ANYWHERE, method.instructions.indexOf(caught.handler)));
        }
        byTarget.sort(Comparator.comparingInt(Jump::to));
    }

    boolean isEmpty() {
        return byTarget.isEmpty();
    }

    /** Whether ways join at an instruction, as far as a jump leads there. */
    boolean lead(int index) {
        return enter(index - 1, index);
    }

    /** Whether one leads from outside to a place behind the first and up to the last of some instructions. */
    boolean enter(int first, int last) {
        return within(byTarget, Jump::to, first, last).stream().anyMatch(jump -> !isWithin(jump.from, first, last));
    }

    /** Whether one leads away from behind the first and before the last of some instructions. */
    boolean leave(int first, int last) {
        return within(bySource, Jump::from, first, last).stream().anyMatch(jump -> !isWithin(jump.to, first, last));
    }

    private static boolean isWithin(int index, int first, int last) {
        return index > first && index <= last;
    }

    /** The part of a sorted list that lies there; a method may hold thousands of jumps and of sites. */
    private static List<Jump> within(List<Jump> sorted, ToIntFunction<Jump> place, int first, int last) {
        return sorted.subList(firstBehind(sorted, place, first), firstBehind(sorted, place, last));
    }

    private static int firstBehind(List<Jump> sorted, ToIntFunction<Jump> place, int index) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.applyAsInt(sorted.get(middle)) <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
}
