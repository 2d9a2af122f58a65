/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** Which string constants are on the stack of a method, whichever way led there, and in whichever local they were kept. */
final class Sources {

    private final Frame<BasicValue>[] frames;

    /**
     * @param owner the internal name of the class
     * @param method a method, with or without frames
     * @throws AnalyzerException where the code makes no sense, or is too large
     */
    Sources(String owner, MethodNode method) throws AnalyzerException {
        this.frames = Flow.analyse(owner, method, new Constants());
    }

    /**
     * The constant that is so many values deep in the stack before an instruction.
     *
     * @return null where there are several, or something else
     */
    String constant(int index, int deep) {
        Frame<BasicValue> frame = frames[index];
        return frame != null
                        && frame.getStackSize() >= deep
                        && frame.getStack(frame.getStackSize() - deep) instanceof Constant constant
                ? constant.text
                : null;
    }

    private static final class Constant extends BasicValue {

        private final String text;

        Constant(String text) {
            // No other value has this type, so none is taken for equal to it.
            super(Type.getObjectType("java/lang/String"));
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Constant constant && constant.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    private static final class Constants extends BasicInterpreter {

        Constants() {
            super(Opcodes.ASM9);
        }

        @Override
        public BasicValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
            return instruction instanceof LdcInsnNode ldc && ldc.cst instanceof String text
                    ? new Constant(text)
                    : super.newOperation(instruction);
        }

        @Override
        public BasicValue unaryOperation(AbstractInsnNode instruction, BasicValue value) throws AnalyzerException {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
        }

        @Override
        public BasicValue merge(BasicValue first, BasicValue second) {
            if (first.equals(second)) {
                return first;
            }
            return first.isReference() && second.isReference()
                    ? BasicValue.REFERENCE_VALUE
                    : BasicValue.UNINITIALIZED_VALUE;
        }
    }
}
