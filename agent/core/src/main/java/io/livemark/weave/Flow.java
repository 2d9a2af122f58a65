/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/** The stack along all ways that the code of a method can take, subroutines included; needs no frames. */
final class Flow {

    /** Instructions times slots; each is an object of some ten bytes, on a thread of the application. */
    private static final long MOST = 4_000_000;

    private final Frame<BasicValue>[] frames;

    private Flow(Frame<BasicValue>[] frames) {
        this.frames = frames;
    }

    /**
     * @param owner the internal name of the class
     * @param method a method, with or without frames
     * @throws AnalyzerException where the code makes no sense, or is too large
     */
    static Flow ofTypes(String owner, MethodNode method) throws AnalyzerException {
        return new Flow(analyse(owner, method, new Types()));
    }

    /** The types of all slots before an instruction, as an AnalyzerAdapter gives them; null where no way leads there. */
    List<Object> stackAt(int index) {
        Frame<BasicValue> frame = frames[index];
        if (frame == null) {
            return null;
        }
        List<Object> slots = new ArrayList<>();
        for (int i = 0; i < frame.getStackSize(); i++) {
            BasicValue value = frame.getStack(i);
            slots.add(slot(value));
            if (value.getSize() == 2) {
                slots.add(Opcodes.TOP);
            }
        }
        return slots;
    }

    static <V extends Value> Frame<V>[] analyse(String owner, MethodNode method, Interpreter<V> interpreter)
            throws AnalyzerException {
        if ((long) method.instructions.size() * (method.maxLocals + method.maxStack) > MOST) {
            throw new AnalyzerException(null, "the method is too large to be followed");
        }
        return new Analyzer<>(interpreter).analyze(owner, method);
    }

    private static Object slot(BasicValue value) {
        Type type = value.getType();
        if (type == null) {
            return Opcodes.TOP;
        }
        switch (type.getSort()) {
            case Type.LONG:
                return Opcodes.LONG;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            case Type.OBJECT:
            case Type.ARRAY:
                return type.equals(BasicInterpreter.NULL_TYPE) ? Opcodes.NULL : type.getInternalName();
            case Type.VOID:
                // The address that a subroutine returns to.
                return Opcodes.TOP;
            default:
                return Opcodes.INTEGER;
        }
    }

    /** Keeps the type of a reference as long as all ways agree. */
    private static final class Types extends BasicInterpreter {

        Types() {
            super(Opcodes.ASM9);
        }

        @Override
        public BasicValue newValue(Type type) {
            boolean isReference = type != null && type.getSort() >= Type.ARRAY && type.getSort() <= Type.OBJECT;
            return isReference ? new BasicValue(type) : super.newValue(type);
        }

        @Override
        public BasicValue binaryOperation(AbstractInsnNode instruction, BasicValue first, BasicValue second)
                throws AnalyzerException {
            if (instruction.getOpcode() == Opcodes.AALOAD
                    && first.isReference()
                    && first.getType().getSort() == Type.ARRAY) {
                return newValue(Type.getType(first.getType().getDescriptor().substring(1)));
            }
            return super.binaryOperation(instruction, first, second);
        }

        @Override
        public BasicValue merge(BasicValue first, BasicValue second) {
            if (first.equals(second) || isNull(second) && first.isReference()) {
                return first;
            }
            if (isNull(first) && second.isReference()) {
                return second;
            }
            return first.isReference() && second.isReference()
                    ? BasicValue.REFERENCE_VALUE
                    : BasicValue.UNINITIALIZED_VALUE;
        }

        private static boolean isNull(BasicValue value) {
            return NULL_TYPE.equals(value.getType());
        }
    }
}
