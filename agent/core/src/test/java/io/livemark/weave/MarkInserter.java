/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Puts marks into any class, at the starts of statements, with what is at hand there as arguments. */
final class MarkInserter {

    private static final int MOST_BYTES = 20_000;
    private static final Type MARK = Type.getObjectType(Names.MARK);
    private static final Type OBJECT = Type.getObjectType("java/lang/Object");
    private static final Method FIVE = new Method("mark", "(Ljava/lang/String;[Ljava/lang/Object;)V");
    private static final Method TWO = new Method("mark", "(Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)V");

    /** How many marks were put in. */
    int inserted;

    private int turn;

    /** A class file with marks; the same one where there is no place for any. */
    byte[] insert(byte[] file) {
        ClassReader reader = new ClassReader(file);
        if (reader.readUnsignedShort(6) < Opcodes.V1_7) {
            return file;
        }
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        int before = inserted;
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0 && method.instructions.size() < MOST_BYTES / 10) {
                insert(node.name, method);
            }
        }
        if (inserted == before) {
            return file;
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private void insert(String owner, MethodNode method) {
        AnalyzerAdapter state = new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
        boolean atStatement = false;
        int put = 0;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            atStatement |= instruction instanceof LineNumberNode;
            // Frames name a new object by the label in front of its creation: nothing may come between.
            boolean isReached = instruction.getOpcode() != Opcodes.NEW
                    && state.stack != null
                    && state.stack.isEmpty()
                    && state.locals.stream().noneMatch(Label.class::isInstance);
            if (instruction.getOpcode() >= 0 && atStatement && isReached && put < 20) {
                atStatement = false;
                MethodNode code = new MethodNode(method.access, method.name, method.desc, null, null);
                mark(code, List.copyOf(frameEntries(state.locals)), state.locals);
                method.instructions.insertBefore(instruction, code.instructions);
                put++;
            }
            instruction.accept(state);
        }
        method.maxStack += 12;
        inserted += put;
    }

    private void mark(MethodNode code, List<Object> frame, List<Object> locals) {
        GeneratorAdapter out = new GeneratorAdapter(code, 0, code.name, code.desc);
        turn++;
        boolean array = turn % 3 == 0;
        int count = array ? 5 : 2;
        code.visitLdcInsn(array ? "any.five a={} b={} c={} d={} e={}" : "any.two a={} b={}");
        if (array) {
            out.push(count);
            out.newArray(OBJECT);
        }
        List<Object> below = new ArrayList<>(List.of("java/lang/String"));
        for (int i = 0; i < count; i++) {
            if (array) {
                if (i == 0) {
                    below.add("[Ljava/lang/Object;");
                }
                out.dup();
                out.push(i);
            }
            List<Object> stack = new ArrayList<>(below);
            if (array) {
                stack.add("[Ljava/lang/Object;");
                stack.add(Opcodes.INTEGER);
            }
            argument(out, code, (turn + i) % 5, locals, frame, stack);
            if (array) {
                out.arrayStore(OBJECT);
            } else {
                below.add("java/lang/Object");
            }
        }
        out.invokeStatic(MARK, array ? FIVE : TWO);
    }

    private void argument(
            GeneratorAdapter out,
            MethodNode code,
            int shape,
            List<Object> locals,
            List<Object> frame,
            List<Object> stack) {
        switch (shape) {
            case 0:
                local(code, locals, turn);
                break;
            case 1:
                local(code, locals, turn / 2);
                // A call, so that all arguments are evaluated.
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        "java/lang/String",
                        "valueOf",
                        "(Ljava/lang/Object;)Ljava/lang/String;",
                        false);
                break;
            case 2:
                condition(out, code, frame, stack, () -> out.push(1L << 40), () -> out.push(7L), Opcodes.LONG);
                out.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
                break;
            case 3:
                condition(
                        out,
                        code,
                        frame,
                        stack,
                        () -> local(code, locals, turn / 3),
                        () -> local(code, locals, turn / 5),
                        "java/lang/Object");
                break;
            default:
                out.push((double) turn);
                out.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;", false);
                break;
        }
    }

    private static void condition(
            GeneratorAdapter out,
            MethodNode code,
            List<Object> frame,
            List<Object> stack,
            Runnable one,
            Runnable other,
            Object type) {
        Label second = new Label();
        Label end = new Label();
        out.visitLdcInsn(1);
        code.visitJumpInsn(Opcodes.IFEQ, second);
        one.run();
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(second);
        code.visitFrame(Opcodes.F_NEW, frame.size(), frame.toArray(), stack.size(), stack.toArray());
        other.run();
        code.visitLabel(end);
        List<Object> joined = new ArrayList<>(stack);
        joined.add(type);
        code.visitFrame(Opcodes.F_NEW, frame.size(), frame.toArray(), joined.size(), joined.toArray());
    }

    /** Pushes a local, boxed where it is a primitive; null where there is none. */
    private static void local(MethodVisitor code, List<Object> locals, int start) {
        for (int i = 0; i < locals.size(); i++) {
            int at = (start + i) % locals.size();
            Object local = locals.get(at);
            if (local instanceof String || local == Opcodes.NULL) {
                code.visitVarInsn(Opcodes.ALOAD, at);
                return;
            }
            String boxes = local == Opcodes.INTEGER
                    ? "I:Integer:21"
                    : local == Opcodes.LONG
                            ? "J:Long:22"
                            : local == Opcodes.FLOAT ? "F:Float:23" : local == Opcodes.DOUBLE ? "D:Double:24" : null;
            if (boxes != null) {
                String[] box = boxes.split(":");
                code.visitVarInsn(Integer.parseInt(box[2]), at);
                String type = "java/lang/" + box[1];
                code.visitMethodInsn(Opcodes.INVOKESTATIC, type, "valueOf", "(" + box[0] + ")L" + type + ";", false);
                return;
            }
        }
        code.visitInsn(Opcodes.ACONST_NULL);
    }

    private static List<Object> frameEntries(List<Object> slots) {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            entries.add(slots.get(i));
            if (slots.get(i) == Opcodes.LONG || slots.get(i) == Opcodes.DOUBLE) {
                i++;
            }
        }
        return entries;
    }
}
