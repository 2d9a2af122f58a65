/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * One argument of a mark: the instructions that push it, and what it is before javac boxes it.
 *
 * @param first the index of its first instruction
 * @param end the index after its last instruction
 * @param type its type as Java writes it
 * @param box the boxing that the woven call does without; null where there is none
 */
record Argument(int first, int end, String type, AbstractInsnNode box) {

    /** What the type of {@code null} is called. */
    static final String NULL = "null";

    private static final Set<String> BOXES = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Short",
            "java/lang/Character",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double");

    /** Where other compilers than javac box. */
    private static final Set<String> BOXERS =
            Set.of("scala/runtime/BoxesRunTime", "kotlin/coroutines/jvm/internal/Boxing");

    static boolean isBox(Object internalName) {
        return BOXES.contains(internalName);
    }

    static boolean isBoxing(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && (call.name.equals("valueOf") && isBox(call.owner)
                        || call.name.startsWith("box") && BOXERS.contains(call.owner))
                && Type.getArgumentTypes(call.desc)[0].getSort() < Type.ARRAY;
    }

    /**
     * @param type what the verifier takes it for when it is passed
     */
    static Argument of(StackStates states, int first, int end, Object type) {
        int last = end - 1;
        boolean joined = false;
        while (states.at(last).getOpcode() < 0) {
            joined |= states.jumps().lead(last);
            last--;
        }
        // Where ways join after the boxing, another way may bring something else: cond ? anObject : 1.
        if (!joined && isBoxing(states.at(last))) {
            MethodInsnNode boxing = (MethodInsnNode) states.at(last);
            return new Argument(first, end, Type.getArgumentTypes(boxing.desc)[0].getClassName(), boxing);
        }
        return new Argument(first, end, className(type), null);
    }

    /** The type in the descriptor of the woven call: no class of the application, so that linking loads none. */
    Type erased() {
        return erased(type);
    }

    static Type erased(String type) {
        switch (type) {
            case "boolean":
                return Type.BOOLEAN_TYPE;
            case "byte":
                return Type.BYTE_TYPE;
            case "short":
                return Type.SHORT_TYPE;
            case "char":
                return Type.CHAR_TYPE;
            case "int":
                return Type.INT_TYPE;
            case "long":
                return Type.LONG_TYPE;
            case "float":
                return Type.FLOAT_TYPE;
            case "double":
                return Type.DOUBLE_TYPE;
            case "java.lang.String":
                return Type.getObjectType("java/lang/String");
            default:
                return Type.getObjectType("java/lang/Object");
        }
    }

    /** Whether a type may mean another class in another loader; only java.base is the same everywhere without asking. */
    static boolean isLocal(String type) {
        return type.indexOf('.') < 0 ? !isPrimitive(type) : !type.startsWith("java.");
    }

    private static boolean isPrimitive(String type) {
        return type.equals(NULL)
                || erased(type).getSort() < Type.ARRAY
                || type.endsWith("[]") && isPrimitive(type.substring(0, type.length() - 2));
    }

    /** What the verifier calls this argument in a frame, once unboxed. */
    Object frameEntry(Object boxed) {
        if (box == null) {
            return boxed;
        }
        switch (erased().getSort()) {
            case Type.LONG:
                return Opcodes.LONG;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            default:
                return Opcodes.INTEGER;
        }
    }

    static String className(Object verifierType) {
        if (verifierType == Opcodes.NULL) {
            return NULL;
        }
        // An array comes as a descriptor, a class as an internal name; getObjectType takes both.
        return verifierType instanceof String name ? Type.getObjectType(name).getClassName() : "java.lang.Object";
    }
}
