/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import io.livemark.weave.Reason.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the sites of a method, and chooses the form of each. */
final class SiteFinder {

    /** What stands for the name where there is none; no spec can have it. */
    private static final String UNNAMED = "(unnamed)";

    private final String owner;
    private final int version;
    private final SideEffects effects;

    /**
     * @param owner the internal name of the class
     * @param version the major version of its class file
     * @param fields the names of the fields that it declares
     */
    SiteFinder(String owner, int version, Set<String> fields) {
        this.owner = owner;
        this.version = version;
        this.effects = new SideEffects(owner, fields);
    }

    static boolean isCallToMark(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.INVOKESTATIC
                && instruction instanceof MethodInsnNode call
                && isCallToMark(call.owner, call.name, call.desc);
    }

    static boolean isCallToMark(String owner, String name, String descriptor) {
        return owner.equals(Names.MARK)
                && descriptor.startsWith("(Ljava/lang/String;")
                && (name.equals("mark") || name.equals("label") || name.equals("armed"));
    }

    List<FoundSite> find(MethodNode method) {
        StackStates states = new StackStates(owner, method);
        List<FoundSite> found = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < states.size(); i++) {
            if (states.at(i) instanceof LineNumberNode number) {
                line = number.line;
            } else if (isCallToMark(states.at(i))) {
                found.add(find(states, i, method.name, line));
            }
        }
        return found;
    }

    private FoundSite find(StackStates states, int call, String method, int line) {
        MarkedSite.Kind kind =
                MarkedSite.Kind.valueOf(((MethodInsnNode) states.at(call)).name.toUpperCase(Locale.ROOT));
        if (states.depth(call) == StackStates.UNKNOWN) {
            return unreachable(kind, UNNAMED, method, line, Cause.UNKNOWN_STACK.because("dead code, or no frames"));
        }
        Region region = Region.of(states, call);
        if (region == null) {
            return unreachable(kind, UNNAMED, method, line, Cause.UNNAMED.alone());
        }
        boolean passedThrough = region.arguments == null;
        Spec spec;
        try {
            spec = Spec.parse(region.constant(), passedThrough ? -1 : region.arguments.size());
        } catch (Spec.Malformed e) {
            return unreachable(kind, region.constant(), method, line, Cause.MALFORMED.because(e.getMessage()));
        }
        List<String> types = passedThrough
                ? Collections.nCopies(spec.fields().size(), "java.lang.Object")
                : region.arguments.stream().map(Argument::type).toList();
        SiteForm form = form(kind, region);
        return new FoundSite(
                new MarkedSite(kind, region.constant(), spec.name(), spec.fields(), types, method, line, form), region);
    }

    private SiteForm form(MarkedSite.Kind kind, Region region) {
        if (version < Opcodes.V1_7) {
            return new SiteForm.Shim(Cause.OLD_CLASS_FILE.because(version));
        }
        if (kind == MarkedSite.Kind.LABEL) {
            return new SiteForm.Shim(Cause.LABEL.alone());
        }
        if (region.arguments == null) {
            return new SiteForm.Shim(Cause.ARRAY.alone());
        }
        if (region.isCrossedByJumps()) {
            return new SiteForm.Shim(Cause.JUMP.alone());
        }
        for (int i = region.first + 1; i < region.call; i++) {
            if (isCallToMark(region.states.at(i))) {
                return new SiteForm.Shim(Cause.NESTED.alone());
            }
        }
        String effect = effects.firstOf(region);
        return effect == null ? new SiteForm.Guarded() : new SiteForm.Evaluated(Cause.EFFECT.because(effect));
    }

    private static FoundSite unreachable(MarkedSite.Kind kind, String text, String method, int line, Reason reason) {
        SiteForm form = new SiteForm.Unreachable(reason);
        return new FoundSite(new MarkedSite(kind, text, text, List.of(), List.of(), method, line, form), null);
    }
}
