/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** A method that is to hold marks, and where they may be put. */
final class MarkedMethod {

    private final ClassNode owner;
    private final MethodNode node;
    private final boolean hasFrames;
    private final boolean keepsThis;

    MarkedMethod(ClassNode owner, MethodNode node) {
        this.owner = owner;
        this.node = node;
        boolean frames = false;
        boolean needsFrames = !node.tryCatchBlocks.isEmpty();
        boolean keeps = true;
        for (AbstractInsnNode at = node.instructions.getFirst(); at != null; at = at.getNext()) {
            frames |= at instanceof FrameNode;
            needsFrames |= at instanceof JumpInsnNode
                    || at instanceof TableSwitchInsnNode
                    || at instanceof LookupSwitchInsnNode;
            keeps &= !(at instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE && store.var == 0);
        }
        this.hasFrames = version() >= Opcodes.V1_6 && (frames || !needsFrames);
        this.keepsThis = keeps;
    }

    /** {@return the class that it belongs to} */
    ClassNode owner() {
        return owner;
    }

    /** {@return the method} */
    MethodNode node() {
        return node;
    }

    /** {@return the major version of its class file} */
    int version() {
        return owner.version & 0xffff;
    }

    boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Whether the verifier looks for frames in it, and would find them. */
    boolean hasFrames() {
        return hasFrames;
    }

    /** Whether slot 0 is {@code this} from beginning to end. */
    boolean keepsThis() {
        return keepsThis;
    }

    /** {@return where the stack is empty, in the order of the code; marks may be inserted while one walks through} */
    List<Place> places() {
        return hasFrames ? placesByFrames() : placesByAnalysis();
    }

    private List<Place> placesByFrames() {
        ownLabels();
        AnalyzerAdapter state = new AnalyzerAdapter(owner.name, node.access, node.name, node.desc, null);
        List<Place> places = new ArrayList<>();
        for (AbstractInsnNode at : node.instructions.toArray()) {
            if (at.getOpcode() >= 0 && state.stack != null && state.stack.isEmpty()) {
                // Behind its frame, if it has one, but in front of the label by which frames name a new object.
                AbstractInsnNode before = at.getOpcode() == Opcodes.NEW ? at.getPrevious() : at;
                places.add(new Place(this, before, new ArrayList<>(state.locals)));
            }
            at.accept(state);
        }
        return places;
    }

    private List<Place> placesByAnalysis() {
        AbstractInsnNode[] all = node.instructions.toArray();
        List<List<Object>> locals;
        try {
            locals = Inference.localsWhereTheStackIsEmpty(owner.name, node);
        } catch (AnalyzerException e) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (all[i].getOpcode() >= 0 && locals.get(i) != null) {
                places.add(new Place(this, all[i], locals.get(i)));
            }
        }
        return places;
    }

    /** Frames name an object that is not initialised by the label of its "new"; each "new" gets one that nobody else uses. */
    private void ownLabels() {
        Map<LabelNode, LabelNode> ofNew = new HashMap<>();
        for (AbstractInsnNode at : node.instructions.toArray()) {
            if (at.getOpcode() == Opcodes.NEW) {
                LabelNode own = new LabelNode();
                for (AbstractInsnNode in = at.getPrevious(); in != null && in.getOpcode() < 0; in = in.getPrevious()) {
                    if (in instanceof LabelNode label) {
                        ofNew.put(label, own);
                    }
                }
                node.instructions.insertBefore(at, own);
            }
        }
        for (AbstractInsnNode at : node.instructions.toArray()) {
            if (at instanceof FrameNode frame) {
                frame.local = renamed(frame.local, ofNew);
                frame.stack = renamed(frame.stack, ofNew);
            }
        }
    }

    private static List<Object> renamed(List<Object> entries, Map<LabelNode, LabelNode> names) {
        if (entries == null) {
            return null;
        }
        List<Object> renamed = new ArrayList<>();
        for (Object entry : entries) {
            LabelNode other = entry instanceof LabelNode label ? names.get(label) : null;
            renamed.add(other == null ? entry : other);
        }
        return renamed;
    }
}
