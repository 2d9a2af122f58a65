/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which instructions of an argument may be skipped without anybody noticing, an exception of theirs aside. The table is in the
 * description of this package.
 */
final class SideEffects {

    private static final Set<String> BUILDERS = Set.of("java/lang/StringBuilder", "java/lang/StringBuffer");

    private final String owner;
    private final Set<String> fields;

    /**
     * @param owner the class that holds the site; it is initialised, or being so, while its code runs
     * @param fields the names of the fields that it declares; one that it inherits from an interface is another matter
     */
    SideEffects(String owner, Set<String> fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /**
     * The first thing in a region that has, or may have, an effect.
     *
     * @return what it is, in words; null where there is none
     */
    String firstOf(Region region) {
        for (int i = region.first + 1; i < region.call; i++) {
            AbstractInsnNode instruction = region.states.at(i);
            if (instruction.getOpcode() >= 0 && !region.array.contains(instruction)) {
                String effect = effect(instruction, region.states.top(i));
                if (effect == null && isAppend(instruction) && readsBuilder(region)) {
                    effect = "changes a StringBuilder of the program";
                }
                if (effect != null) {
                    return effect;
                }
            }
        }
        return null;
    }

    private static boolean isAppend(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && isBuilder(call.owner) && call.name.equals("append");
    }

    /** Whether a builder is at hand that was not created here. */
    private static boolean readsBuilder(Region region) {
        for (int i = region.first + 1; i < region.call; i++) {
            switch (region.states.at(i).getOpcode()) {
                case Opcodes.ALOAD:
                case Opcodes.AALOAD:
                case Opcodes.GETFIELD:
                case Opcodes.GETSTATIC:
                case Opcodes.CHECKCAST:
                    if (isBuilder(region.states.top(i + 1))) {
                        return true;
                    }
                    break;
                default:
                    break;
            }
        }
        return false;
    }

    private static boolean isBuilder(Object internalName) {
        return internalName instanceof String name && BUILDERS.contains(name);
    }

    private String effect(AbstractInsnNode instruction, Object top) {
        int opcode = instruction.getOpcode();
        switch (opcode) {
            case Opcodes.LDC:
                return ((LdcInsnNode) instruction).cst instanceof ConstantDynamic ? "a dynamic constant" : null;
            case Opcodes.GETSTATIC:
                FieldInsnNode field = (FieldInsnNode) instruction;
                return field.owner.equals(owner) && fields.contains(field.name)
                        ? null
                        : "reads " + simple(field.owner) + "." + field.name + ", which may initialise the class";
            case Opcodes.GETFIELD:
            case Opcodes.CHECKCAST:
            case Opcodes.INSTANCEOF:
            case Opcodes.ARRAYLENGTH:
                return null;
            case Opcodes.NEW:
                String type = ((TypeInsnNode) instruction).desc;
                return isBuilder(type) ? null : "creates a " + simple(type);
            case Opcodes.INVOKEDYNAMIC:
                return effect((InvokeDynamicInsnNode) instruction);
            case Opcodes.INVOKESTATIC:
            case Opcodes.INVOKEVIRTUAL:
            case Opcodes.INVOKESPECIAL:
            case Opcodes.INVOKEINTERFACE:
                MethodInsnNode call = (MethodInsnNode) instruction;
                return isHarmless(call, top) ? null : "calls " + simple(call.owner) + "." + call.name;
            case Opcodes.PUTFIELD:
            case Opcodes.PUTSTATIC:
                return "writes " + ((FieldInsnNode) instruction).name;
            case Opcodes.ISTORE:
            case Opcodes.LSTORE:
            case Opcodes.FSTORE:
            case Opcodes.DSTORE:
            case Opcodes.ASTORE:
            case Opcodes.IINC:
                return "writes a local";
            case Opcodes.IASTORE:
            case Opcodes.LASTORE:
            case Opcodes.FASTORE:
            case Opcodes.DASTORE:
            case Opcodes.AASTORE:
            case Opcodes.BASTORE:
            case Opcodes.CASTORE:
            case Opcodes.SASTORE:
                return "writes an element";
            case Opcodes.NEWARRAY:
            case Opcodes.ANEWARRAY:
            case Opcodes.MULTIANEWARRAY:
                return "creates an array";
            default:
                return isHarmless(opcode) ? null : "an instruction with an effect";
        }
    }

    private static boolean isHarmless(int opcode) {
        boolean constantsAndReads = opcode <= Opcodes.SALOAD;
        boolean stackAndArithmetic = opcode >= Opcodes.POP && opcode <= Opcodes.DCMPG;
        boolean jumps = opcode >= Opcodes.IFEQ && opcode <= Opcodes.GOTO
                || opcode == Opcodes.IFNULL
                || opcode == Opcodes.IFNONNULL
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH;
        return constantsAndReads || stackAndArithmetic || jumps;
    }

    private static boolean isHarmless(MethodInsnNode call, Object top) {
        if (Argument.isBoxing(call)) {
            return true;
        }
        if (Argument.isBox(call.owner)) {
            return call.getOpcode() == Opcodes.INVOKEVIRTUAL
                    && call.desc.startsWith("()")
                    && call.name.endsWith("Value");
        }
        if (call.name.equals("getClass") && call.desc.equals("()Ljava/lang/Class;")) {
            return call.getOpcode() == Opcodes.INVOKEVIRTUAL;
        }
        if (call.owner.equals("java/lang/String")) {
            return isTextOf(call, top);
        }
        if (call.owner.equals("java/util/Objects")) {
            return call.name.equals("requireNonNull") && call.desc.equals("(Ljava/lang/Object;)Ljava/lang/Object;");
        }
        if (isBuilder(call.owner)) {
            switch (call.name) {
                case "<init>":
                    return call.desc.equals("()V") || call.desc.equals("(Ljava/lang/String;)V");
                case "append":
                    Type[] appended = Type.getArgumentTypes(call.desc);
                    return appended.length == 1 && isPlain(appended[0], top);
                case "toString":
                    return true;
                default:
                    return false;
            }
        }
        return false;
    }

    private static String effect(InvokeDynamicInsnNode dynamic) {
        switch (dynamic.bsm.getOwner()) {
            case "java/lang/invoke/LambdaMetafactory":
                return null;
            case "java/lang/invoke/StringConcatFactory":
                for (Type type : Type.getArgumentTypes(dynamic.desc)) {
                    if (!isPlain(type)) {
                        return "calls toString of " + type.getClassName();
                    }
                }
                return null;
            default:
                return "calls " + simple(dynamic.bsm.getOwner()) + "." + dynamic.bsm.getName();
        }
    }

    /** {@code String.valueOf}, with which some compilers begin a concatenation. */
    private static boolean isTextOf(MethodInsnNode call, Object top) {
        Type[] arguments = Type.getArgumentTypes(call.desc);
        return call.name.equals("valueOf") && arguments.length == 1 && isPlain(arguments[0], top);
    }

    /** Whether the text of a value is had without a call into the program. */
    private static boolean isPlain(Type declared, Object top) {
        return isPlain(declared)
                || declared.getDescriptor().equals("Ljava/lang/Object;")
                        && (Argument.isBox(top) || "java/lang/String".equals(top) || top == Opcodes.NULL);
    }

    private static boolean isPlain(Type type) {
        return type.getSort() < Type.ARRAY
                || type.getSort() == Type.OBJECT
                        && (Argument.isBox(type.getInternalName())
                                || type.getInternalName().equals("java/lang/String"));
    }

    private static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }
}
