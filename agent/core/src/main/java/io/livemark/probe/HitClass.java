/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
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
 *               try { handler0.invokeExact(site, f1, f2); } catch (Throwable t) { entry.fault(0, t); }
 *               entry.lap(cell, 0);
 *               try { handler1.invokeExact(site, f1, f2); } catch (Throwable t) { entry.fault(1, t); }
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

    private static final String NAME = "java/lang/LivemarkHit";
    private static final String ENTRY = Type.getInternalName(LivemarkEntry.class);
    private static final String HANDLE = Type.getInternalName(MethodHandle.class);
    private static final String CELL = "java/lang/LivemarkCell";
    private static final String THROWABLE = "java/lang/Throwable";

    private static final MethodHandle DEFINE = define();
    private static final Map<Shape, Made> MADE = new ConcurrentHashMap<>();

    private final Shape shape;
    private final MethodVisitor code;
    private final int cell;
    private final List<Guarded> handled = new ArrayList<>();

    private record Guarded(Label begin, Label end, Label caught, Label next) {}

    /**
     * What the code of a hit depends on.
     *
     * @param type {@code (LivemarkSite, fields…)void}, erased
     * @param handlers how many
     * @param suppliers which fields are suppliers, whose values the handlers get
     */
    private record Shape(MethodType type, int handlers, Set<Integer> suppliers) {}

    /** The class of a shape. */
    private record Made(MethodHandle constructor, MethodHandle hit) {}

    private HitClass(Shape shape, MethodVisitor code) {
        this.shape = shape;
        this.code = code;
        this.cell = Type.getArgumentsAndReturnSizes(shape.type.toMethodDescriptorString()) >> 2;
    }

    /**
     * @param type {@code (LivemarkSite, fields…)void}, erased
     * @param suppliers which of its fields are suppliers, from 0
     * @param entry the way in
     * @param handlers of the type
     * @return a target of the type, which throws nothing
     */
    static MethodHandle target(MethodType type, Set<Integer> suppliers, LivemarkEntry entry, MethodHandle[] handlers) {
        Made made = MADE.computeIfAbsent(new Shape(type, handlers.length, suppliers), HitClass::make);
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
        new HitClass(shape, type.visitMethod(0, "<init>", "(L" + ENTRY + ";[L" + HANDLE + ";)V", null, null))
                .writeConstructor();
        MethodVisitor hit = type.visitMethod(ACC_FINAL, "hit", shape.type.toMethodDescriptorString(), null, null);
        hit.visitAnnotation("Ljdk/internal/vm/annotation/ForceInline;", true);
        new HitClass(shape, hit).writeHit();
        type.visitEnd();
        return type.toByteArray();
    }

    private void writeConstructor() {
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

    private void writeHit() {
        Label begin = new Label();
        Label end = new Label();
        Label failed = new Label();
        Label notEntered = new Label();
        Label done = new Label();
        Label telling = new Label();
        Label told = new Label();
        Label untold = new Label();
        for (int i = 0; i < shape.handlers; i++) {
            handled.add(new Guarded(new Label(), new Label(), new Label(), new Label()));
        }
        code.visitCode();
        handled.forEach(each -> code.visitTryCatchBlock(each.begin, each.end, each.caught, THROWABLE));
        code.visitTryCatchBlock(begin, end, failed, THROWABLE);
        code.visitTryCatchBlock(telling, told, untold, THROWABLE);
        code.visitInsn(ACONST_NULL);
        code.visitVarInsn(ASTORE, cell);
        code.visitLabel(begin);
        entry();
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "enter", "()L" + CELL + ";", false);
        code.visitInsn(DUP);
        code.visitVarInsn(ASTORE, cell);
        code.visitJumpInsn(IFNULL, notEntered);
        values();
        for (int i = 0; i < shape.handlers; i++) {
            call(i, handled.get(i));
        }
        onCell("exit");
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(notEntered);
        entry();
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "instead", "()L" + HANDLE + ";", false);
        code.visitVarInsn(ASTORE, cell + 2);
        code.visitVarInsn(ALOAD, cell + 2);
        code.visitJumpInsn(IFNULL, done);
        code.visitVarInsn(ALOAD, cell + 2);
        invoke();
        code.visitLabel(end);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(failed);
        code.visitVarInsn(ASTORE, cell + 1);
        leave();
        code.visitLabel(telling);
        entry();
        code.visitVarInsn(ALOAD, cell);
        code.visitVarInsn(ALOAD, cell + 1);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "failed", "(L" + CELL + ";L" + THROWABLE + ";)V", false);
        code.visitLabel(told);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(untold);
        code.visitInsn(POP);
        code.visitLabel(done);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Says that the thread is outside, where the stack may have no room left for a call. */
    private void leave() {
        Label nowhere = new Label();
        code.visitVarInsn(ALOAD, cell);
        code.visitJumpInsn(IFNULL, nowhere);
        code.visitVarInsn(ALOAD, cell);
        code.visitInsn(ICONST_0);
        code.visitFieldInsn(PUTFIELD, CELL, "inside", "I");
        code.visitVarInsn(ALOAD, cell);
        code.visitInsn(ICONST_0);
        code.visitFieldInsn(PUTFIELD, CELL, "isTimed", "Z");
        code.visitLabel(nowhere);
    }

    /** The handlers get the value of a supplier; getting it is the program's own code, so it comes behind the entry. */
    private void values() {
        int local = 2;
        for (int i = 1; i < shape.type.parameterCount(); i++) {
            if (shape.suppliers.contains(i - 1)) {
                entry();
                code.visitVarInsn(ALOAD, cell);
                code.visitVarInsn(ALOAD, local);
                code.visitMethodInsn(
                        INVOKEVIRTUAL, ENTRY, "value", "(L" + CELL + ";Ljava/lang/Object;)Ljava/lang/Object;", false);
                code.visitVarInsn(ASTORE, local);
            }
            local += Type.getType(shape.type.parameterType(i)).getSize();
        }
    }

    private void call(int handler, Guarded guarded) {
        code.visitLabel(guarded.begin);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, NAME, "handler" + handler, "L" + HANDLE + ";");
        invoke();
        code.visitLabel(guarded.end);
        code.visitJumpInsn(GOTO, guarded.next);
        code.visitLabel(guarded.caught);
        code.visitVarInsn(ASTORE, cell + 1);
        entry();
        code.visitLdcInsn(handler);
        code.visitVarInsn(ALOAD, cell + 1);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "fault", "(IL" + THROWABLE + ";)V", false);
        code.visitLabel(guarded.next);
        entry();
        code.visitVarInsn(ALOAD, cell);
        code.visitLdcInsn(handler);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, "lap", "(L" + CELL + ";I)V", false);
    }

    /** Invokes the handle on the stack. */
    private void invoke() {
        int local = 1;
        for (Class<?> each : shape.type.parameterList()) {
            Type parameter = Type.getType(each);
            code.visitVarInsn(parameter.getOpcode(ILOAD), local);
            local += parameter.getSize();
        }
        code.visitMethodInsn(INVOKEVIRTUAL, HANDLE, "invokeExact", shape.type.toMethodDescriptorString(), false);
    }

    private void onCell(String method) {
        entry();
        code.visitVarInsn(ALOAD, cell);
        code.visitMethodInsn(INVOKEVIRTUAL, ENTRY, method, "(L" + CELL + ";)V", false);
    }

    private void entry() {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, NAME, "entry", "L" + ENTRY + ";");
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
