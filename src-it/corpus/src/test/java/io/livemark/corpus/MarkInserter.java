/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts a mark at every statement boundary of a class where the stack is empty, with arguments from what is at hand there. The same
 * class gets the same marks every time. One method in ten is left alone, to be compared.
 */
final class MarkInserter {

    /** What a method may grow to: marked it still fits, woven it may not. */
    private static final int MOST_BYTES = 62_000;

    private static final int BYTES_OF_AN_INSTRUCTION = 4;

    private MarkInserter() {}

    /**
     * A class with marks.
     *
     * @param file its class file
     * @param forms what is to become of each mark, in the order of the file
     */
    record Marked(byte[] file, List<Form> forms) {}

    /** {@return the class with marks; null where there is no place for any} */
    static Marked insert(byte[] file) {
        // A class of which the constants or a method no longer fit gets fewer.
        for (int every = 1; every <= 64; every *= 4) {
            try {
                return insert(file, every);
            } catch (ClassTooLargeException | MethodTooLargeException e) {
                continue;
            }
        }
        return null;
    }

    private static Marked insert(byte[] file, int every) {
        ClassReader reader = new ClassReader(file);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        SplittableRandom random = new SplittableRandom(node.name.hashCode());
        List<Form> forms = new ArrayList<>();
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0 && random.nextInt(10) > 0) {
                insert(new MarkedMethod(node, method), every, random, forms);
            }
        }
        if (forms.isEmpty()) {
            return null;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        byte[] marked = writer.toByteArray();
        return isReadable(marked) ? new Marked(marked, forms) : null;
    }

    /** ASM writes annotations of locals wrong where it has to make jumps longer; the JVM does not look at these. */
    private static boolean isReadable(byte[] file) {
        try {
            new ClassReader(file).accept(new ClassNode(), 0);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void insert(MarkedMethod method, int every, SplittableRandom random, List<Form> forms) {
        CodeSizeEvaluator size = new CodeSizeEvaluator(null);
        method.node().accept(size);
        int bytes = size.getMaxSize();
        int turn = 0;
        for (Place place : method.places()) {
            if (turn++ % every == 0) {
                List<Form> own = new ArrayList<>();
                InsnList mark = MarkWriter.write(place, random, own);
                bytes += mark.size() * BYTES_OF_AN_INSTRUCTION;
                if (bytes > MOST_BYTES) {
                    return;
                }
                method.node().instructions.insertBefore(place.before(), mark);
                forms.addAll(own);
            }
        }
    }
}
