/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.List;
import java.util.SplittableRandom;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** Writes arguments of many shapes; each leaves one reference on the stack. */
final class Arguments {

    private static final String OBJECT = "java/lang/Object";
    private static final String STRING = "java/lang/String";
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final int SHAPES = 20;

    private final Place place;
    private final Code code;
    private final SplittableRandom random;
    private final Branches branches;

    /** Whether one that was written calls or writes something, so that it must be evaluated. */
    private boolean hasEffect;

    /** Whether one appends, and whether one reads a builder of the program, which may be what is appended to. */
    private boolean appends;

    private boolean readsBuilder;

    Arguments(Place place, Code code, SplittableRandom random) {
        this.place = place;
        this.code = code;
        this.random = random;
        this.branches = new Branches(place, code, random);
    }

    boolean hasEffect() {
        return hasEffect || appends && readsBuilder;
    }

    /** Writes one argument. Shapes that do not fit the place become plain reads of locals. */
    void any() {
        boolean frames = !place.method().hasFrames() || place.takesFrames();
        switch (random.nextInt(SHAPES)) {
            case 0, 1, 2 -> reference();
            case 3, 4 -> primitive();
            case 5 -> code.insn(Opcodes.ACONST_NULL);
            case 6 -> Box.constant(code, random);
            case 7, 8 -> ownField();
            case 9 -> element();
            case 10 -> isInstance();
            case 11 -> builder(frames);
            case 12 -> concatenation();
            case 13 -> lambda();
            case 14 -> call();
            case 15 -> increment();
            case 16 -> created();
            case 17 -> when(frames, this::conditional);
            case 18 -> when(frames, this::comparison);
            default -> when(frames, this::switched);
        }
    }

    private void when(boolean possible, Runnable shape) {
        if (possible) {
            shape.run();
        } else {
            reference();
        }
    }

    /** A local as it is; null where there is none. Gives the type that the verifier sees. */
    private Object reference() {
        List<Integer> slots = place.references();
        if (slots.isEmpty()) {
            code.insn(Opcodes.ACONST_NULL);
            return Opcodes.NULL;
        }
        int slot = one(slots);
        code.var(Opcodes.ALOAD, slot);
        readsBuilder |= isBuilder(place.locals().get(slot));
        if (random.nextInt(6) == 0) {
            code.type(Opcodes.CHECKCAST, OBJECT);
            return OBJECT;
        }
        return place.locals().get(slot);
    }

    private void primitive() {
        List<Integer> slots = place.holding(Opcodes.INTEGER, Opcodes.LONG, Opcodes.FLOAT, Opcodes.DOUBLE);
        if (slots.isEmpty()) {
            Box.constant(code, random);
            return;
        }
        int slot = one(slots);
        Box box = Box.of(place.locals().get(slot));
        code.var(box.load(), slot);
        switch (random.nextInt(3)) {
            case 0 -> box.arithmetic(code);
            case 1 -> box = box.cast(code, random);
            default -> {
                // As it is.
            }
        }
        box.box(code);
    }

    private void ownField() {
        List<FieldNode> fields = place.method().owner().fields;
        if (fields.isEmpty()) {
            reference();
            return;
        }
        FieldNode field = fields.get(random.nextInt(fields.size()));
        String owner = place.method().owner().name;
        if ((field.access & Opcodes.ACC_STATIC) != 0) {
            code.field(Opcodes.GETSTATIC, owner, field.name, field.desc);
        } else if (place.hasThis()) {
            code.var(Opcodes.ALOAD, 0).field(Opcodes.GETFIELD, owner, field.name, field.desc);
        } else {
            reference();
            return;
        }
        readsBuilder |= isBuilder(Type.getType(field.desc).getInternalName());
        if (Type.getType(field.desc).getSort() < Type.ARRAY) {
            Box.of(field.desc.charAt(0)).box(code);
        }
    }

    private void element() {
        List<Integer> slots =
                place.holding("[I", "[J", "[D", "[B", "[[I", "[Ljava/lang/Object;", "[Ljava/lang/String;");
        if (slots.isEmpty()) {
            reference();
            return;
        }
        int slot = one(slots);
        code.var(Opcodes.ALOAD, slot);
        if (random.nextInt(3) == 0) {
            Box.INT.box(code.insn(Opcodes.ARRAYLENGTH));
            return;
        }
        code.number(random.nextInt(3));
        switch (((String) place.locals().get(slot)).charAt(1)) {
            case 'I' -> Box.INT.box(code.insn(Opcodes.IALOAD));
            case 'J' -> Box.LONG.box(code.insn(Opcodes.LALOAD));
            case 'D' -> Box.DOUBLE.box(code.insn(Opcodes.DALOAD));
            case 'B' -> Box.BYTE.box(code.insn(Opcodes.BALOAD));
            default -> code.insn(Opcodes.AALOAD);
        }
    }

    private void isInstance() {
        reference();
        Box.BOOLEAN.box(code.type(Opcodes.INSTANCEOF, STRING));
    }

    /** Concatenation as it was before Java 9; with a condition among its arguments, a new object lies on the stack at a frame. */
    private void builder(boolean frames) {
        LabelNode created = new LabelNode();
        appends = true;
        code.add(created).type(Opcodes.NEW, BUILDER).insn(Opcodes.DUP);
        if (frames && random.nextBoolean()) {
            code.below.addAll(List.of(created, created));
            branches.choice(() -> code.constant("one"), () -> code.constant("other"), STRING);
            code.below.subList(code.below.size() - 2, code.below.size()).clear();
            code.call(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "(Ljava/lang/String;)V");
        } else {
            code.call(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V");
        }
        List<Integer> longs = place.holding(Opcodes.LONG);
        if (random.nextBoolean() && !longs.isEmpty()) {
            code.var(Opcodes.LLOAD, one(longs));
            code.call(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(J)Ljava/lang/StringBuilder;");
        } else if (random.nextBoolean()) {
            textOf(reference());
            code.call(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(Ljava/lang/Object;)Ljava/lang/StringBuilder;");
        } else {
            code.constant("text");
            code.call(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(Ljava/lang/String;)Ljava/lang/StringBuilder;");
        }
        code.call(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;");
    }

    private void concatenation() {
        if (place.method().version() < Opcodes.V9) {
            reference();
            return;
        }
        List<Integer> primitives = place.holding(Opcodes.INTEGER, Opcodes.DOUBLE);
        String type;
        if (primitives.isEmpty()) {
            effect();
            reference();
            type = "Ljava/lang/Object;";
        } else {
            int slot = one(primitives);
            Box box = Box.of(place.locals().get(slot));
            code.var(box.load(), slot);
            type = box.descriptor();
        }
        CallSites.concatenation(code, type);
    }

    private void lambda() {
        if (place.method().version() < Opcodes.V1_8) {
            reference();
            return;
        }
        List<Integer> strings = place.holding(STRING);
        boolean captures = !strings.isEmpty();
        if (captures) {
            code.var(Opcodes.ALOAD, one(strings));
        }
        CallSites.supplier(code, captures);
    }

    private void call() {
        switch (random.nextInt(3)) {
            case 0 -> {
                textOf(reference());
                code.call(Opcodes.INVOKESTATIC, STRING, "valueOf", "(Ljava/lang/Object;)Ljava/lang/String;");
            }
            case 1 -> {
                reference();
                code.call(Opcodes.INVOKEVIRTUAL, OBJECT, "getClass", "()Ljava/lang/Class;");
            }
            default -> {
                effect();
                reference();
                Box.INT.box(code.call(Opcodes.INVOKEVIRTUAL, OBJECT, "hashCode", "()I"));
            }
        }
    }

    /** Something will ask a value for its text, which is the program's affair unless the JDK has made the value. */
    private void textOf(Object type) {
        if (type != Opcodes.NULL && !type.equals(STRING) && !Box.isBox(type)) {
            effect();
        }
    }

    static boolean isBuilder(Object type) {
        return type.equals(BUILDER) || type.equals("java/lang/StringBuffer");
    }

    private void increment() {
        List<Integer> numbers = place.holding(Opcodes.INTEGER);
        if (numbers.isEmpty()) {
            call();
            return;
        }
        effect();
        int slot = one(numbers);
        Box.INT.box(code.add(new IincInsnNode(slot, 1)).var(Opcodes.ILOAD, slot));
    }

    private void created() {
        effect();
        code.type(Opcodes.NEW, OBJECT).insn(Opcodes.DUP).call(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V");
    }

    private void conditional() {
        if (random.nextBoolean()) {
            branches.choice(this::reference, this::reference, OBJECT);
        } else {
            branches.choice(() -> code.constant(1L << 40), () -> code.constant(7L), Opcodes.LONG);
            Box.LONG.box(code);
        }
    }

    private void comparison() {
        branches.choice(() -> code.number(1), () -> code.number(0), Opcodes.INTEGER);
        Box.BOOLEAN.box(code);
    }

    private void switched() {
        branches.table();
        Box.DOUBLE.box(code);
    }

    private void effect() {
        hasEffect = true;
    }

    private int one(List<Integer> slots) {
        return slots.get(random.nextInt(slots.size()));
    }
}
