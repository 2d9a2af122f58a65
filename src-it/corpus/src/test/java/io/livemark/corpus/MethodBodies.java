/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The {@code Code} attributes of a class file as they are, byte for byte, by name and descriptor of the method. */
final class MethodBodies {

    private MethodBodies() {}

    /** {@return the first method without a mark whose code is not the same in both files; null where there is none} */
    static String changed(byte[] before, byte[] after) {
        Map<String, byte[]> one = of(before);
        Map<String, byte[]> other = of(after);
        if (!one.keySet().equals(other.keySet())) {
            return "other methods";
        }
        Set<String> unmarked = new TreeSet<>(one.keySet());
        unmarked.removeAll(marked(before));
        for (String method : unmarked) {
            if (!Arrays.equals(one.get(method), other.get(method))) {
                return method;
            }
        }
        return null;
    }

    private static Map<String, byte[]> of(byte[] file) {
        ClassReader reader = new ClassReader(file);
        char[] buffer = new char[reader.getMaxStringLength()];
        Map<String, byte[]> bodies = new HashMap<>();
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        at = members(reader, buffer, at, null);
        members(reader, buffer, at, bodies);
        return bodies;
    }

    private static int members(ClassReader reader, char[] buffer, int start, Map<String, byte[]> bodies) {
        int at = start + 2;
        for (int i = reader.readUnsignedShort(start); i > 0; i--) {
            String name = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
            byte[] code = {};
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int k = 0; k < attributes; k++) {
                int length = reader.readInt(at + 2);
                if (bodies != null && "Code".equals(reader.readUTF8(at, buffer))) {
                    code = new byte[length];
                    for (int b = 0; b < length; b++) {
                        code[b] = (byte) reader.readByte(at + 6 + b);
                    }
                }
                at += 6 + length;
            }
            if (bodies != null) {
                bodies.put(name, code);
            }
        }
        return at;
    }

    private static Set<String> marked(byte[] file) {
        Set<String> marked = new TreeSet<>();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String called, String type, boolean isInterface) {
                        if (owner.equals(MarkWriter.MARK)) {
                            marked.add(name + desc);
                        }
                    }
                };
            }
        };
        new ClassReader(file).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return marked;
    }
}
