/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import io.livemark.Mark;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files made by hand, with one method {@code static void run(int)}. */
final class HandMade {

    static final String NAME = "Unusual";

    private final List<String> hits = new ArrayList<>();

    private HandMade() {}

    static byte[] file(int version, Consumer<MethodVisitor> body) {
        return file(version, new ClassWriter(ClassWriter.COMPUTE_MAXS), body);
    }

    /** Where the version has no frames, those that the body writes are left out. */
    static byte[] file(int version, ClassWriter writer, Consumer<MethodVisitor> body) {
        writer.visit(version, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(I)V", null, null);
        boolean hasFrames = (version & 0xffff) >= Opcodes.V1_6;
        MethodVisitor code = new MethodVisitor(Opcodes.ASM9, method) {
            @Override
            public void visitFrame(int kind, int locals, Object[] local, int values, Object[] stack) {
                if (hasFrames) {
                    super.visitFrame(kind, locals, local, values, stack);
                }
            }
        };
        code.visitCode();
        body.accept(code);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(4, 3);
        code.visitEnd();
        return writer.toByteArray();
    }

    static void mark(MethodVisitor method, String type) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, Names.MARK, "mark", type, false);
    }

    static void box(MethodVisitor method) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    }

    static void run(byte[] file, int argument) {
        ClassLoader loader = new ClassLoader(Mark.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, file, 0, file.length);
            }
        };
        try {
            Method method = loader.loadClass(NAME).getMethod("run", int.class);
            method.invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What the probe of a marker is given while a program runs with these arguments. */
    static List<String> hits(String marker, byte[] file, int... arguments) {
        HandMade probe = new HandMade();
        LivemarkListener listener = new LivemarkListener() {
            @Override
            public void linked(LivemarkMarker linked) {
                linked.arm(linked.name.equals(marker), LivemarkBridge.nextVersion());
            }

            @Override
            public void linked(LivemarkHits linked) {
                linked.target(probe.target(linked.type()), LivemarkBridge.nextVersion());
            }
        };
        LivemarkBridge.listener(listener);
        try {
            for (int argument : arguments) {
                run(file, argument);
            }
        } finally {
            LivemarkBridge.listener(null);
            LivemarkBridge.marker(marker).arm(false, LivemarkBridge.nextVersion());
        }
        return probe.hits;
    }

    private MethodHandle target(MethodType type) {
        try {
            MethodType ofHit = MethodType.methodType(void.class, LivemarkSite.class, Object[].class);
            return MethodHandles.lookup()
                    .bind(this, "hit", ofHit)
                    .asCollector(Object[].class, type.parameterCount() - 1)
                    .asType(type);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unused") // target
    private void hit(LivemarkSite site, Object[] values) {
        for (Object value : values) {
            hits.add(String.valueOf(value));
        }
    }
}
