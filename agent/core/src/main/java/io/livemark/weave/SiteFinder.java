/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import io.livemark.weave.Reason.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Finds the sites of a method, and chooses the form of each. */
final class SiteFinder {

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
        return instruction instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && isCallToMark(call.owner, call.name, call.desc);
    }

    static boolean isCallToMark(String owner, String name, String descriptor) {
        return owner.equals(Names.MARK)
                && descriptor.startsWith("(Ljava/lang/String;")
                && (name.equals("mark") || name.equals("label") || name.equals("armed"));
    }

    /** The sites of a method, in its order. A method that makes no sense has sites too, which nobody can reach. */
    List<FoundSite> find(MethodNode method) {
        try {
            return find(method, new StackStates(owner, version, method));
        } catch (AnalyzerException | RuntimeException e) {
            return everyCall(method, Cause.NOT_UNDERSTOOD.because(e.getMessage()));
        }
    }

    private List<FoundSite> find(MethodNode method, StackStates states) {
        List<FoundSite> found = new ArrayList<>();
        int line = 0;
        int next = 0;
        for (int call : states.calls()) {
            for (; next < call; next++) {
                if (states.at(next) instanceof LineNumberNode number) {
                    line = number.line;
                }
            }
            found.add(look(method, states, call, line));
        }
        return found;
    }

    private FoundSite look(MethodNode method, StackStates states, int index, int line) {
        try {
            return new Look(method, states, index, line).site();
        } catch (RuntimeException e) {
            return unknown(states.at(index), method, line, Cause.NOT_UNDERSTOOD.because(e.getMessage()));
        }
    }

    private static List<FoundSite> everyCall(MethodNode method, Reason reason) {
        List<FoundSite> found = new ArrayList<>();
        int line = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (isCallToMark(instruction)) {
                found.add(unknown(instruction, method, line, reason));
            }
        }
        return found;
    }

    private static FoundSite unknown(AbstractInsnNode call, MethodNode method, int line, Reason reason) {
        return new FoundSite(MarkedSite.unknown(((MethodInsnNode) call).name, method.name, line, reason), call, null);
    }

    private static MarkedSite.Kind kind(AbstractInsnNode call) {
        return MarkedSite.Kind.of(((MethodInsnNode) call).name);
    }

    /** Whether an instruction asks whether a marker is armed, woven or not: that is in nobody's way. */
    static boolean isQuestion(AbstractInsnNode instruction) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return dynamic.bsm.equals(Names.GUARD);
        }
        return instruction instanceof MethodInsnNode call
                && (call.owner.equals(Names.MARK) && call.name.equals("armed")
                        || call.owner.equals(Names.SLOTS) && call.name.equals("guard"));
    }

    /** Whether an instruction is of another site, woven or not: woven, that site has jumps and frames of its own. */
    private static boolean isOfAnotherSite(AbstractInsnNode instruction) {
        if (isQuestion(instruction)) {
            return false;
        }
        return isCallToMark(instruction)
                || instruction instanceof MethodInsnNode call && call.owner.equals(Names.SLOTS)
                || instruction instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsm.getOwner().equals(Names.BRIDGE);
    }

    /** A look at one call. */
    private final class Look {

        private final MethodNode method;
        private final StackStates states;
        private final int index;
        private final AbstractInsnNode call;
        private final int line;

        Look(MethodNode method, StackStates states, int index, int line) {
            this.method = method;
            this.states = states;
            this.index = index;
            this.call = states.at(index);
            this.line = line;
        }

        FoundSite site() {
            if (states.depth(index) == StackStates.UNKNOWN) {
                return unknown(call, method, line, Cause.DEAD_CODE.alone());
            }
            int first = Region.first(states, index);
            String constant = constant(first);
            if (constant == null) {
                return unknown(call, method, line, Cause.UNNAMED.alone());
            }
            Reason crossing = first < 0 ? Cause.KEPT.alone() : crossing(first);
            if (crossing != null) {
                return inOnePiece(constant, crossing);
            }
            Region region = new Region(states, first, index);
            if (region.arguments == null) {
                return inOnePiece(constant, Cause.ARRAY.alone());
            }
            List<String> types = types(region);
            if (kind(call) == MarkedSite.Kind.LABEL) {
                return found(constant, types, new SiteForm.Shim(Cause.LABEL.alone()), null);
            }
            return found(constant, types, form(effects.firstOf(region)), region);
        }

        private static List<String> types(Region region) {
            List<String> types = new ArrayList<>();
            for (Argument argument : region.arguments) {
                types.add(argument.type());
            }
            return List.copyOf(types);
        }

        /** The only constant that may be the first argument; null where there is none. */
        private String constant(int first) {
            return first < 0 || states.jumps().enter(first, index)
                    ? states.constant(index, Region.parameters(states, index))
                    : Region.constant(states, first);
        }

        /** Why the arguments cannot be taken apart; null where they can. */
        private Reason crossing(int first) {
            if (states.jumps().enter(first, index) || states.jumps().leave(first, index)) {
                return Cause.JUMP.alone();
            }
            for (int i = first + 1; i < index; i++) {
                if (isOfAnotherSite(states.at(i))) {
                    return Cause.NESTED.alone();
                }
            }
            return null;
        }

        /** All is on the stack when the call comes: the call can be replaced, and nothing else need be touched. */
        private FoundSite inOnePiece(String constant, Reason reason) {
            List<String> types = null;
            if (!((MethodInsnNode) call).desc.contains("[")) {
                List<Object> stack = states.stackAt(index);
                types = stack.subList(stack.size() - Region.parameters(states, index) + 1, stack.size()).stream()
                        .map(Argument::className)
                        .toList();
            }
            boolean canBeWoven = version >= Opcodes.V1_7 && kind(call) == MarkedSite.Kind.MARK;
            return found(
                    constant, types, canBeWoven ? new SiteForm.Evaluated(reason) : new SiteForm.Shim(reason), null);
        }

        private SiteForm form(String effect) {
            if (version < Opcodes.V1_7) {
                String why = effect == null ? "" : "; " + effect;
                return new SiteForm.Flag(Cause.OLD_CLASS_FILE.because(version + why), effect == null);
            }
            return effect == null ? new SiteForm.Guarded() : new SiteForm.Evaluated(Cause.EFFECT.because(effect));
        }

        /** Null for the types: an array, of as many objects as there are fields if it is to be a hit. */
        private FoundSite found(String constant, List<String> types, SiteForm form, Region region) {
            Spec spec;
            try {
                spec = Spec.parse(constant, types == null ? -1 : types.size());
            } catch (Spec.Malformed e) {
                SiteForm unreachable = new SiteForm.Unreachable(Cause.MALFORMED.because(e.getMessage()));
                return new FoundSite(
                        new MarkedSite(
                                kind(call), constant, constant, List.of(), List.of(), method.name, line, unreachable),
                        call,
                        null);
            }
            MarkedSite site = new MarkedSite(
                    kind(call),
                    constant,
                    spec.name(),
                    spec.fields(),
                    types == null ? Collections.nCopies(spec.fields().size(), "java.lang.Object") : types,
                    method.name,
                    line,
                    form);
            return new FoundSite(site, call, region);
        }
    }
}
