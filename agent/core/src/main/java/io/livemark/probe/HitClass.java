/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The code of a hit, made once for each combination of types, number of handlers and suppliers among the fields. For two handlers
 * and the fields {@code (String, double)}:
 *
 * <pre>
 *   &#64;ForceInline void hit(LivemarkSite site, String f1, double f2) {
 *       LivemarkCell cell = null;
 *       try {
 *           cell = entry.enter();
 *           if (cell != null) {
 *               try { handler0.invokeExact(site, cell, f1, f2); } catch (Throwable t) { entry.fault(0, t); }
 *               entry.lap(cell, 0);
 *               try { handler1.invokeExact(site, cell, f1, f2); } catch (Throwable t) { entry.fault(1, t); }
 *               entry.lap(cell, 1);
 *               entry.exit(cell);
 *               return;
 *           }
 *           MethodHandle instead = entry.instead();
 *           if (instead != null) { instead.invokeExact(site, f1, f2); }
 *       } catch (Throwable t) {
 *           if (cell != null) { cell.inside = 0; cell.isTimed = false; }
 *           try { entry.failed(cell, t); } catch (Throwable again) { }
 *       }
 *   }
 * </pre>
 *
 * <p>A hidden class beside {@link LivemarkEntry}: the JIT takes the fields of such a class for constants, inlines what is marked
 * so there however large, and so sees through the handles into the handlers. One frame, and leaving in the last resort without a
 * call: the stack may end anywhere in here, and a thread that could not say that it has left would be inside for ever.
 */
final class HitClass {

    static final String NAME = "java/lang/LivemarkHit";
    static final String ENTRY = Type.getInternalName(LivemarkEntry.class);
    static final String HANDLE = Type.getInternalName(MethodHandle.class);

    private static final MethodHandle DEFINE = define();
    private static final Map<Shape, Made> MADE = new ConcurrentHashMap<>();

    /**
     * What the code of a hit depends on.
     *
     * @param type {@code (LivemarkSite, fields…)void}, erased
     * @param handlers how many
     * @param suppliers which fields are suppliers, whose values the handlers get
     */
    record Shape(MethodType type, int handlers, Set<Integer> suppliers) {

        // Explicit, since a thread of the application waits: the JVM makes those of a record when they are first
        // called.

        @Override
        public boolean equals(Object other) {
            return other instanceof Shape shape
                    && shape.type.equals(type)
                    && shape.handlers == handlers
                    && shape.suppliers.equals(suppliers);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * type.hashCode() + handlers) + suppliers.hashCode();
        }
    }

    /** The class of a shape. */
    private record Made(MethodHandle constructor, MethodHandle hit) {}

    private HitClass() {}

    /**
     * @param type {@code (LivemarkSite, fields…)void}, erased
     * @param suppliers which of its fields are suppliers, from 0
     * @param entry the way in
     * @param handlers of {@link Handler#called}
     * @return a target of the type, which throws nothing
     */
    static MethodHandle target(MethodType type, Set<Integer> suppliers, LivemarkEntry entry, MethodHandle[] handlers) {
        Shape shape = new Shape(type, handlers.length, suppliers);
        Made made = MADE.get(shape);
        if (made == null) {
            made = make(shape);
            Made other = MADE.putIfAbsent(shape, made);
            made = other == null ? made : other;
        }
        try {
            return made.hit.bindTo(made.constructor.invoke(entry, handlers));
        } catch (Throwable e) {
            throw new IllegalStateException("the code of a hit could not be made", e);
        }
    }

    private static Made make(Shape shape) {
        try {
            Class<?> type = (Class<?>) DEFINE.invokeExact(write(shape));
            MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodType fields = MethodType.methodType(void.class, LivemarkEntry.class, MethodHandle[].class);
            return new Made(inside.findConstructor(type, fields), inside.findVirtual(type, "hit", shape.type));
        } catch (Throwable e) {
            throw new IllegalStateException("the code of a hit could not be made", e);
        }
    }

    private static byte[] write(Shape shape) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
                throw new IllegalStateException(
                        "a cell and a cell, or null, are all that meets: " + first + ", " + second);
            }
        };
        type.visit(V17, ACC_FINAL, NAME, null, "java/lang/Object", null);
        type.visitField(ACC_PRIVATE | ACC_FINAL, "entry", "L" + ENTRY + ";", null, null);
        for (int i = 0; i < shape.handlers; i++) {
            type.visitField(ACC_PRIVATE | ACC_FINAL, "handler" + i, "L" + HANDLE + ";", null, null);
        }
        writeConstructor(shape, type.visitMethod(0, "<init>", "(L" + ENTRY + ";[L" + HANDLE + ";)V", null, null));
        MethodVisitor hit = type.visitMethod(ACC_FINAL, "hit", shape.type.toMethodDescriptorString(), null, null);
        hit.visitAnnotation("Ljdk/internal/vm/annotation/ForceInline;", true);
        new HitMethod(shape, hit).write();
        type.visitEnd();
        return type.toByteArray();
    }

    private static void writeConstructor(Shape shape, MethodVisitor code) {
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        code.visitFieldInsn(PUTFIELD, NAME, "entry", "L" + ENTRY + ";");
        for (int i = 0; i < shape.handlers; i++) {
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, 2);
            code.visitLdcInsn(i);
            code.visitInsn(AALOAD);
            code.visitFieldInsn(PUTFIELD, NAME, "handler" + i, "L" + HANDLE + ";");
        }
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
    }

    private static MethodHandle define() {
        try {
            return MethodHandles.privateLookupIn(LivemarkEntry.class, MethodHandles.lookup())
                    .findStatic(LivemarkEntry.class, "define", MethodType.methodType(Class.class, byte[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
