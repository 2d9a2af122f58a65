/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.suite;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Puts a mark at the start of every statement that begins with an empty stack; its fields are the locals at hand. */
final class StatementMarks {

    private static final int MOST_FIELDS = 8;
    private static final int MOST_INSTRUCTIONS = 4_000;
    private static final Type MARK = Type.getObjectType("io/livemark/Mark");
    private static final Type OBJECT = Type.getType(Object.class);

    private int inserted;

    int inserted() {
        return inserted;
    }

    byte[] into(byte[] file) {
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.EXPAND_FRAMES);
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0 && method.instructions.size() < MOST_INSTRUCTIONS) {
                into(node.name, method);
            }
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private void into(String owner, MethodNode method) {
        AnalyzerAdapter state = new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
        boolean atStatement = false;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            atStatement |= instruction instanceof LineNumberNode;
            // Frames name a new object by the label in front of its creation: nothing may come between.
            if (instruction.getOpcode() >= 0
                    && instruction.getOpcode() != Opcodes.NEW
                    && atStatement
                    && state.stack != null
                    && state.stack.isEmpty()) {
                atStatement = false;
                MethodNode code = new MethodNode(method.access, method.name, method.desc, null, null);
                mark(code, state.locals);
                method.instructions.insertBefore(instruction, code.instructions);
            }
            instruction.accept(state);
        }
        // The spec, the array twice, an index and a wide value.
        method.maxStack += 6;
    }

    private void mark(MethodNode code, List<Object> locals) {
        GeneratorAdapter out = new GeneratorAdapter(code, 0, code.name, code.desc);
        int number = inserted++;
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < locals.size() && slots.size() < number % (MOST_FIELDS + 1); i++) {
            if (isValue(locals.get(i))) {
                slots.add(i);
            }
        }
        StringBuilder spec = new StringBuilder("suite.m").append(number);
        slots.forEach(slot -> spec.append(" f").append(slot).append("={}"));
        out.push(spec.toString());
        boolean array = slots.size() > 4;
        if (array) {
            out.push(slots.size());
            out.newArray(OBJECT);
        }
        for (int i = 0; i < slots.size(); i++) {
            if (array) {
                out.dup();
                out.push(i);
            }
            load(code, out, slots.get(i), locals.get(slots.get(i)), number);
            if (array) {
                out.arrayStore(OBJECT);
            }
        }
        Type[] parameters = new Type[array ? 2 : 1 + slots.size()];
        java.util.Arrays.fill(parameters, OBJECT);
        parameters[0] = Type.getType(String.class);
        if (array) {
            parameters[1] = Type.getType(Object[].class);
        }
        out.invokeStatic(MARK, new Method("mark", Type.VOID_TYPE, parameters));
    }

    /** No supplier: a probe asks those for their value, which the tests of a library may notice. */
    private static boolean isValue(Object local) {
        return local instanceof String && !((String) local).endsWith("Supplier")
                || local == Opcodes.INTEGER
                || local == Opcodes.LONG
                || local == Opcodes.FLOAT
                || local == Opcodes.DOUBLE;
    }

    /**
     * Boxed as javac does; now and then by a call, so that the arguments must be evaluated. Loads go past the adapter, which
     * would give the slots other numbers.
     */
    private static void load(MethodNode code, GeneratorAdapter out, int slot, Object local, int number) {
        if (local instanceof String) {
            code.visitVarInsn(Opcodes.ALOAD, slot);
            return;
        }
        Type type = local == Opcodes.INTEGER
                ? Type.INT_TYPE
                : local == Opcodes.LONG ? Type.LONG_TYPE : local == Opcodes.FLOAT ? Type.FLOAT_TYPE : Type.DOUBLE_TYPE;
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
        if (number % 5 == 0) {
            Type string = Type.getType(String.class);
            out.invokeStatic(string, new Method("valueOf", string, new Type[] {type}));
        } else {
            out.valueOf(type);
        }
    }
}
