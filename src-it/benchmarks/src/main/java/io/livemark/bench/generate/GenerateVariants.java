/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a jar of the variants: {@code GenerateVariants FOLDER JAR}. All are one text with another statement in it, so that
 * nothing but this statement can be the difference.
 */
public final class GenerateVariants {

    private static final String SITES = "io/livemark/bench/paired/Sites";
    private static final Handle BOOTSTRAP = new Handle(
            Opcodes.H_INVOKESTATIC,
            SITES,
            "bootstrap",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private GenerateVariants() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Map<String, String> texts = new LinkedHashMap<>();
        for (Statements variant : Statements.values()) {
            texts.put("io.livemark.bench.variants." + variant.className(), variant.source());
        }
        Sources.compile(texts, folder);
        for (Statements variant : new Statements[] {Statements.GUARD, Statements.SITE}) {
            link(folder.resolve("io/livemark/bench/variants/" + variant.className() + ".class"));
        }
        Sources.jar(folder, args[1]);
    }

    /** Has {@code invokedynamic} in the place of calls: javac cannot be told to. */
    private static void link(Path file) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Linking(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        Files.write(file, writer.toByteArray());
    }

    private static final class Linking extends MethodVisitor {

        Linking(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(SITES)) {
                visitInvokeDynamicInsn(name, descriptor, BOOTSTRAP);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
