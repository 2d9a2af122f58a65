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
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * What the locals hold in a method whose class file does not say it: the kinds of primitives, references without their type, but
 * {@code this}, and which of them are not initialised yet.
 */
final class Inference extends BasicInterpreter {

    private final Type owner;
    private final boolean isConstructor;
    private final Map<AbstractInsnNode, BasicValue> created = new HashMap<>();

    private Inference(Type owner, boolean isConstructor) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.isConstructor = isConstructor;
    }

    /** The types of the local slots before each instruction; null where something is on the stack, or nothing gets there. */
    static List<List<Object>> localsWhereTheStackIsEmpty(String owner, MethodNode method) throws AnalyzerException {
        Type type = Type.getObjectType(owner);
        Frame<BasicValue>[] frames =
                new ByInference(new Inference(type, method.name.equals("<init>"))).analyze(owner, method);
        List<List<Object>> found = new ArrayList<>();
        for (Frame<BasicValue> frame : frames) {
            found.add(frame == null || frame.getStackSize() > 0 ? null : locals(frame));
        }
        return found;
    }

    private static List<Object> locals(Frame<BasicValue> frame) {
        List<Object> types = new ArrayList<>();
        for (int i = 0; i < frame.getLocals(); i++) {
            // Whoever reads a local in a subroutine changes what the verifier makes of it behind the subroutine.
            if (frame.getLocal(i) == BasicValue.RETURNADDRESS_VALUE) {
                return List.of();
            }
            types.add(entry(frame.getLocal(i)));
        }
        return types;
    }

    private static Object entry(BasicValue value) {
        if (value instanceof Raw || value.getType() == null) {
            return Opcodes.TOP;
        }
        switch (value.getType().getSort()) {
            case Type.INT:
                return Opcodes.INTEGER;
            case Type.LONG:
                return Opcodes.LONG;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            default:
                return value.getType().getSort() == Type.OBJECT
                        ? value.getType().getInternalName()
                        : Opcodes.TOP;
        }
    }

    @Override
    public BasicValue newParameterValue(boolean isInstance, int local, Type type) {
        if (isInstance && local == 0) {
            return isConstructor ? new Raw(owner) : new BasicValue(owner);
        }
        return super.newParameterValue(isInstance, local, type);
    }

    @Override
    public BasicValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
        return instruction.getOpcode() == Opcodes.NEW
                ? created.computeIfAbsent(instruction, key -> new Raw(BasicValue.REFERENCE_VALUE.getType()))
                : super.newOperation(instruction);
    }

    /** An object whose constructor has not run; equal to itself alone. */
    private static final class Raw extends BasicValue {

        Raw(Type type) {
            super(type);
        }

        BasicValue initialised() {
            return getType().equals(REFERENCE_VALUE.getType()) ? REFERENCE_VALUE : new BasicValue(getType());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static final class ByInference extends Analyzer<BasicValue> {

        ByInference(Inference interpreter) {
            super(interpreter);
        }

        @Override
        protected Frame<BasicValue> newFrame(int locals, int stack) {
            return new Constructing(locals, stack);
        }

        @Override
        protected Frame<BasicValue> newFrame(Frame<? extends BasicValue> frame) {
            return new Constructing(frame);
        }
    }

    /** A frame in which a constructor makes an object of what was none. */
    private static final class Constructing extends Frame<BasicValue> {

        Constructing(int locals, int stack) {
            super(locals, stack);
        }

        Constructing(Frame<? extends BasicValue> frame) {
            super(frame);
        }

        @Override
        public void execute(AbstractInsnNode instruction, Interpreter<BasicValue> interpreter)
                throws AnalyzerException {
            BasicValue receiver = null;
            if (instruction instanceof MethodInsnNode call && call.name.equals("<init>")) {
                receiver = getStack(getStackSize() - 1 - Type.getArgumentTypes(call.desc).length);
            }
            super.execute(instruction, interpreter);
            if (receiver instanceof Raw raw) {
                BasicValue object = raw.initialised();
                for (int i = 0; i < getLocals(); i++) {
                    if (getLocal(i) == raw) {
                        setLocal(i, object);
                    }
                }
                for (int i = 0; i < getStackSize(); i++) {
                    if (getStack(i) == raw) {
                        setStack(i, object);
                    }
                }
            }
        }
    }
}
