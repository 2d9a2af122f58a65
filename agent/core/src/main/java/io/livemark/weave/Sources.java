/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Where the values of a method come from, along all ways, and through the locals in which they were kept. */
final class Sources {

    private final Frame<SourceValue>[] frames;

    /**
     * @param owner the internal name of the class
     * @param method a method, with or without frames
     * @throws AnalyzerException where the code makes no sense, or is too large
     */
    Sources(String owner, MethodNode method) throws AnalyzerException {
        this.frames = Flow.analyse(owner, method, new ThroughLocals());
    }

    /**
     * The string constant that is so many values deep in the stack before an instruction, whichever way led there.
     *
     * @return null where there are several, or something else
     */
    String constant(int index, int deep) {
        Frame<SourceValue> frame = frames[index];
        if (frame == null || frame.getStackSize() < deep) {
            return null;
        }
        String constant = null;
        for (AbstractInsnNode source : frame.getStack(frame.getStackSize() - deep).insns) {
            if (!(source instanceof LdcInsnNode ldc)
                    || !(ldc.cst instanceof String text)
                    || constant != null && !constant.equals(text)) {
                return null;
            }
            constant = text;
        }
        return constant;
    }

    private static final class ThroughLocals extends SourceInterpreter {

        ThroughLocals() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
            return value;
        }
    }
}
