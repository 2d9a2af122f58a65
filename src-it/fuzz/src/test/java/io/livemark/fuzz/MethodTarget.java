/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Marked methods that javac would not make: written by {@link Generator} or taken from javac, changed by {@link Mutator}. */
public final class MethodTarget {

    private static final int MOST_CHANGES = 8;

    private MethodTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        byte[] file = file(new Choices(input));
        if (file != null) {
            Oracle.method(file);
        }
    }

    /** The class file that an input stands for; null where ASM cannot write it. */
    static byte[] file(Choices choices) {
        int version = version(choices);
        int changes = choices.below(4) == 3 ? choices.below(MOST_CHANGES) : 0;
        int frames = choices.below(8);
        boolean generated = choices.below(4) != 3;
        // Changed once it has frames, so that they can be changed too; or before, so that they fit.
        boolean late = changes > 0 && frames == 7;
        try {
            ClassNode node = generated ? generated(choices, version, changes) : compiled(choices, version);
            if (late) {
                node = read(write(node, true));
            }
            MethodNode method =
                    node.methods.get(generated ? node.methods.size() - 1 : choices.below(node.methods.size()));
            for (int i = 0; i < changes; i++) {
                new Mutator(choices, method).change();
            }
            return write(node, version > Opcodes.V1_5 && !late && frames != 6);
        } catch (RuntimeException | AssertionError notWritable) {
            return null;
        }
    }

    private static int version(Choices choices) {
        int chosen = choices.below(64);
        int latest = Runtime.version().feature() + 44;
        return chosen < 32 ? Opcodes.V17 : chosen < 56 ? 45 + chosen % (latest - 44) : Opcodes.V1_6;
    }

    private static ClassNode compiled(Choices choices, int version) {
        ClassNode node = read(choices.of(Seeds.marked()));
        if (choices.yes()) {
            node.version = version;
        }
        return node;
    }

    private static ClassNode generated(Choices choices, int version, int changes) {
        ClassNode node = new ClassNode();
        node.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "Fuzzed", null, "java/lang/Object", null);
        boolean constructor = choices.below(4) == 3;
        MethodVisitor code = node.visitMethod(
                constructor ? 0 : Opcodes.ACC_STATIC,
                constructor ? "<init>" : "run",
                "(" + Generator.PARAMETERS + ")V",
                null,
                null);
        code.visitCode();
        Generator generator = new Generator(choices, code, constructor ? 1 : 0, version >= Opcodes.V9);
        if (constructor) {
            generator.beforeSuper();
        }
        // What is left is for the changes: five choices each will do.
        generator.statements(5 * changes);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return node;
    }

    private static ClassNode read(byte[] file) {
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    private static byte[] write(ClassNode node, boolean frames) {
        ClassWriter writer = new ClassWriter(frames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return "java/lang/Object";
            }
        };
        node.accept(writer);
        return writer.toByteArray();
    }
}
