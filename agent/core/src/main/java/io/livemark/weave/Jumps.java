/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The ways of a method other than from one instruction to the next; where an exception is caught is one from anywhere. */
final class Jumps {

    private static final int ANYWHERE = -1;

    private final InsnList code;
    private final Ways bySource = new Ways();
    private final Ways byTarget = new Ways();

    /**
     * @param instructions those of the method
     */
    Jumps(MethodNode method, AbstractInsnNode[] instructions) {
        this.code = method.instructions;
        for (int i = 0; i < instructions.length; i++) {
            AbstractInsnNode instruction = instructions[i];
            if (instruction instanceof JumpInsnNode jump) {
                add(i, jump.label);
            } else if (instruction instanceof TableSwitchInsnNode table) {
                add(i, table.dflt, table.labels);
            } else if (instruction instanceof LookupSwitchInsnNode lookup) {
                add(i, lookup.dflt, lookup.labels);
            }
        }
        for (TryCatchBlockNode caught : method.tryCatchBlocks) {
            byTarget.add(code.indexOf(caught.handler), ANYWHERE);
        }
        bySource.sort();
        byTarget.sort();
    }

    private void add(int from, LabelNode otherwise, List<LabelNode> cases) {
        add(from, otherwise);
        for (LabelNode target : cases) {
            add(from, target);
        }
    }

    private void add(int from, LabelNode target) {
        int to = code.indexOf(target);
        bySource.add(from, to);
        byTarget.add(to, from);
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
        return byTarget.cross(first, last);
    }

    /** Whether one leads away from behind the first and before the last of some instructions. */
    boolean leave(int first, int last) {
        return bySource.cross(first, last);
    }

    /** Jumps, sorted by one of their ends; a method may hold thousands of them, and of sites. */
    private static final class Ways {

        /** The index of the one end, and in the lower half that of the other. */
        private long[] ends = new long[8];

        private int size;

        void add(int end, int other) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            ends[size++] = (long) end << Integer.SIZE | other & 0xffff_ffffL;
        }

        void sort() {
            Arrays.sort(ends, 0, size);
        }

        boolean isEmpty() {
            return size == 0;
        }

        /** Whether one has the one end behind the first and up to the last of some instructions, and the other elsewhere. */
        boolean cross(int first, int last) {
            int behind = firstBehind(last);
            for (int i = firstBehind(first); i < behind; i++) {
                int other = (int) ends[i];
                if (other <= first || other > last) {
                    return true;
                }
            }
            return false;
        }

        private int firstBehind(int index) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ends[middle] >> Integer.SIZE <= index) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
