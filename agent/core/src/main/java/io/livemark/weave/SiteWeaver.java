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
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
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
 */
final class SiteWeaver {

    private final MethodNode method;
    private final InsnList code;

    SiteWeaver(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
    }

    void weave(FoundSite found) {
        MarkedSite site = found.site();
        Region region = found.region();
        AbstractInsnNode first = region.states.at(region.first);
        AbstractInsnNode call = region.states.at(region.call);
        if (site.kind() == MarkedSite.Kind.ARMED) {
            code.set(call, guard(site));
            code.remove(first);
            return;
        }
        for (int i = region.first; i < region.call; i++) {
            if (region.states.at(i) instanceof FrameNode frame) {
                frame.stack = Arrays.asList(region.frameStack(i, frame.stack.toArray()));
            }
        }
        if (site.form() instanceof SiteForm.Guarded) {
            LabelNode over = new LabelNode();
            code.insertBefore(first, guard(site));
            code.insertBefore(first, new JumpInsnNode(Opcodes.IFEQ, over));
            code.insert(call, over);
            if (!hasFrame(over)) {
                code.insert(over, region.states.frameBehind(region.call));
            }
        }
        code.remove(first);
        region.array.forEach(code::remove);
        region.arguments.stream()
                .filter(argument -> argument.box() != null)
                .forEach(argument -> code.remove(argument.box()));
        InvokeDynamicInsnNode hit = hit(site, region);
        code.set(call, hit);
        // Raw longs and doubles take two slots where their boxes took one; the guard takes one more.
        method.maxStack += 1 + Type.getArgumentsAndReturnSizes(hit.desc) / 4;
    }

    private static InvokeDynamicInsnNode guard(MarkedSite site) {
        return new InvokeDynamicInsnNode("guard", Names.GUARD_TYPE, Names.GUARD, site.marker());
    }

    private InvokeDynamicInsnNode hit(MarkedSite site, Region region) {
        Type[] types = region.arguments.stream().map(Argument::erased).toArray(Type[]::new);
        boolean foreign = site.types().stream().anyMatch(SiteWeaver::isForeign);
        return new InvokeDynamicInsnNode(
                "hit",
                Type.getMethodDescriptor(Type.VOID_TYPE, types),
                Names.HIT,
                site.marker(),
                site.joinedTypes(),
                foreign ? 1 : 0,
                method.name,
                site.line());
    }

    /** Whether a type may mean another class in another loader. Only java.base is the same everywhere without asking. */
    private static boolean isForeign(String type) {
        return type.indexOf('.') < 0 ? !isPrimitive(type) : !type.startsWith("java.");
    }

    private static boolean isPrimitive(String type) {
        return type.equals(Argument.NULL)
                || Argument.erased(type).getSort() < Type.ARRAY
                || type.endsWith("[]") && isPrimitive(type.substring(0, type.length() - 2));
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
