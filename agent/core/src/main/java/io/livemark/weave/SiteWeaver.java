/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Arrays;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites one site in place.
 *
 * <pre>
 *     invokedynamic guard()Z             // Z            guarded only
 *     ifeq OVER                          // -            guarded only
 *     &lt;raw arguments&gt;                    // String double
 *     invokedynamic hit(String,double)V  // -
 *   OVER:                                //              guarded only, with the frame of before
 * </pre>
 *
 * <p>Without {@code invokedynamic}:
 * <pre>
 *     slot; LivemarkSlots.guard          // Z            where arguments are skipped
 *     ifeq OVER                          // -            where arguments are skipped
 *     slot; LivemarkSlots.hit            // MethodHandle
 *     &lt;raw arguments&gt;                    // MethodHandle String double
 *     MethodHandle.invokeExact           // -
 *   OVER:
 * </pre>
 *
 * <p>Where the arguments cannot be taken apart, the call is replaced behind them:
 * <pre>
 *     &lt;constant, arguments&gt;              // String Object    or   String Object[]
 *     invokedynamic hit(Object)V         // String           or   hit(Object[])V
 *     pop                                // -
 * </pre>
 */
final class SiteWeaver {

    private static final int MOST_STACK = 65_535;

    private final MethodNode method;
    private final InsnList code;
    private final int maxStack;

    SiteWeaver(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
        this.maxStack = method.maxStack;
    }

    /** Whether a site needs more stack than a class file can say. */
    boolean isTooDeep(MarkedSite site) {
        return maxStack + extraStack(site) > MOST_STACK;
    }

    /**
     * @param found a site of this method that is to be woven
     * @param linkage how its code reaches the bridge
     */
    void weave(FoundSite found, Linkage linkage) {
        MarkedSite site = found.site();
        Region region = found.region();
        String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, erased(site));
        if (region == null) {
            boolean inArray = ((MethodInsnNode) found.call()).desc.contains("[");
            code.insert(found.call(), new InsnNode(Opcodes.POP));
            code.set(found.call(), linkage.hit(inArray ? Names.ARRAY_HIT_TYPE : descriptor));
            return;
        }
        method.maxStack = Math.max(method.maxStack, maxStack + extraStack(site));
        AbstractInsnNode constant = region.states.at(region.first);
        if (site.kind() == MarkedSite.Kind.ARMED) {
            code.insert(found.call(), linkage.guard());
            code.remove(found.call());
            code.remove(constant);
            return;
        }
        for (int i = region.first; i < region.call; i++) {
            if (region.states.at(i) instanceof FrameNode frame) {
                frame.stack = Arrays.asList(region.frameStack(i, frame.stack.toArray(), linkage.calleeEntry()));
            }
        }
        if (skips(site.form())) {
            guard(region, constant, found.call(), linkage);
        }
        code.insertBefore(constant, linkage.callee());
        code.remove(constant);
        for (AbstractInsnNode instruction : region.array) {
            code.remove(instruction);
        }
        for (Argument argument : region.arguments) {
            if (argument.box() != null) {
                code.remove(argument.box());
            }
        }
        code.set(found.call(), linkage.hit(descriptor));
    }

    private void guard(Region region, AbstractInsnNode constant, AbstractInsnNode call, Linkage linkage) {
        LabelNode over = new LabelNode();
        code.insertBefore(constant, linkage.guard());
        code.insertBefore(constant, new JumpInsnNode(Opcodes.IFEQ, over));
        code.insert(call, over);
        FrameNode behind = region.states.frameBehind(region.call);
        if (behind != null && !hasFrame(over)) {
            code.insert(over, behind);
        }
    }

    private static boolean skips(SiteForm form) {
        return form instanceof SiteForm.Guarded || form instanceof SiteForm.Flag flag && flag.skips();
    }

    private static Type[] erased(MarkedSite site) {
        Type[] erased = new Type[site.types().size()];
        for (int i = 0; i < erased.length; i++) {
            erased[i] = Argument.erased(site.types().get(i));
        }
        return erased;
    }

    /** Raw longs and doubles take two slots where their boxes took one; guard or callee take one more. */
    private static int extraStack(MarkedSite site) {
        int size = 1;
        for (Type type : erased(site)) {
            size += type.getSize();
        }
        return size;
    }

    /** Whether the code has a frame there already. */
    private static boolean hasFrame(AbstractInsnNode label) {
        AbstractInsnNode at = label.getNext();
        while (at != null && at.getOpcode() < 0) {
            if (at instanceof FrameNode) {
                return true;
            }
            at = at.getNext();
        }
        return false;
    }
}
