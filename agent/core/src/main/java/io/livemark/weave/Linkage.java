/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The instructions by which a woven site reaches the bridge. */
sealed interface Linkage {

    /** Pushes whether the marker is armed. */
    InsnList guard();

    /** Pushes what the hit is called on, in the place of the constant. */
    InsnList callee();

    /** {@return what the verifier calls that, in a frame: nothing, or one entry} */
    List<Object> calleeEntry();

    /**
     * Calls the hit.
     *
     * @param descriptor of the arguments that are on the stack
     */
    AbstractInsnNode hit(String descriptor);

    /**
     * By {@code invokedynamic}.
     *
     * @param site the site
     */
    record Dynamic(MarkedSite site) implements Linkage {

        @Override
        public InsnList guard() {
            return list(new InvokeDynamicInsnNode("guard", Names.GUARD_TYPE, Names.GUARD, site.marker()));
        }

        @Override
        public InsnList callee() {
            return list();
        }

        @Override
        public List<Object> calleeEntry() {
            return List.of();
        }

        @Override
        public AbstractInsnNode hit(String descriptor) {
            return new InvokeDynamicInsnNode(
                    "hit",
                    descriptor,
                    Names.HIT,
                    site.marker(),
                    site.joinedTypes(),
                    site.isLocal() ? 1 : 0,
                    site.method(),
                    site.line());
        }
    }

    /**
     * By the number of a slot.
     *
     * @param number the number
     */
    record Slot(int number) implements Linkage {

        @Override
        public InsnList guard() {
            return list(push(), call("guard", Names.SLOT_GUARD_TYPE));
        }

        @Override
        public InsnList callee() {
            return list(push(), call("hit", Names.SLOT_HIT_TYPE));
        }

        @Override
        public List<Object> calleeEntry() {
            return List.of(Names.METHOD_HANDLE);
        }

        @Override
        public AbstractInsnNode hit(String descriptor) {
            return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, Names.METHOD_HANDLE, "invokeExact", descriptor, false);
        }

        private AbstractInsnNode push() {
            return number <= Short.MAX_VALUE ? new IntInsnNode(Opcodes.SIPUSH, number) : new LdcInsnNode(number);
        }

        private static AbstractInsnNode call(String name, String descriptor) {
            return new MethodInsnNode(Opcodes.INVOKESTATIC, Names.SLOTS, name, descriptor, false);
        }
    }

    private static InsnList list(AbstractInsnNode... instructions) {
        InsnList list = new InsnList();
        for (AbstractInsnNode instruction : instructions) {
            list.add(instruction);
        }
        return list;
    }
}
