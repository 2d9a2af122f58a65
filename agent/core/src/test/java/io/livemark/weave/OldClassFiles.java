/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Programs of the tests as class files of versions that javac no longer writes. Methods that need what came later are
 * left out: invokedynamic and class constants. */
final class OldClassFiles {

    private static final Map<Class<?>, byte[]> COMPILED = new ConcurrentHashMap<>();

    private OldClassFiles() {}

    static byte[] of(Class<?> type, int version) {
        byte[] file = COMPILED.computeIfAbsent(type, OldClassFiles::compile);
        Set<String> tooNew = tooNew(file);
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visit(
                                    int from, int access, String name, String signature, String parent, String[] all) {
                                super.visit(version, access, name, signature, parent, all);
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String desc, String signature, String[] exceptions) {
                                return tooNew.contains(name)
                                        ? null
                                        : super.visitMethod(access, name, desc, signature, exceptions);
                            }
                        },
                        (version & 0xffff) < Opcodes.V1_6 ? ClassReader.SKIP_FRAMES : 0);
        return writer.toByteArray();
    }

    static Set<String> tooNew(Class<?> type) {
        return tooNew(COMPILED.computeIfAbsent(type, OldClassFiles::compile));
    }

    private static Set<String> tooNew(byte[] file) {
        Set<String> found = new HashSet<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String desc, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitInvokeDynamicInsn(
                                            String called, String type, Handle bootstrap, Object... constants) {
                                        found.add(name);
                                    }

                                    @Override
                                    public void visitLdcInsn(Object constant) {
                                        if (constant instanceof Type) {
                                            found.add(name);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return found;
    }

    private static byte[] compile(Class<?> type) {
        Path source = Path.of("src/test/java", type.getName().replace('.', '/') + ".java");
        try {
            return ClassFiles.compile(type.getName(), Files.readString(source), "-XDstringConcat=inline")
                    .get(type.getName().replace('.', '/'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
