/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** The call sites that javac makes for concatenations and lambdas. */
final class CallSites {

    private static final String STRING = "java/lang/String";
    private static final String SUPPLIER = ")Ljava/util/function/Supplier;";

    private static final Handle CONCATENATION = bootstrap(
            "java/lang/invoke/StringConcatFactory", "makeConcatWithConstants", "Ljava/lang/String;[Ljava/lang/Object;");

    private static final Handle LAMBDA = bootstrap(
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;");

    private CallSites() {}

    /** Text and the value on the stack, which is of this type, joined. */
    static void concatenation(Code code, String type) {
        code.add(new InvokeDynamicInsnNode(
                "makeConcatWithConstants", "(" + type + ")Ljava/lang/String;", CONCATENATION, "value \1"));
    }

    /** {@code Object::new}, or {@code trim} of the string on the stack. */
    static void supplier(Code code, boolean captures) {
        Handle body = captures
                ? new Handle(Opcodes.H_INVOKEVIRTUAL, STRING, "trim", "()Ljava/lang/String;", false)
                : new Handle(Opcodes.H_NEWINVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.add(new InvokeDynamicInsnNode(
                "get",
                captures ? "(Ljava/lang/String;" + SUPPLIER : "(" + SUPPLIER,
                LAMBDA,
                Type.getMethodType("()Ljava/lang/Object;"),
                body,
                Type.getMethodType(captures ? "()Ljava/lang/String;" : "()Ljava/lang/Object;")));
    }

    private static Handle bootstrap(String owner, String name, String constants) {
        String type = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                + constants + ")Ljava/lang/invoke/CallSite;";
        return new Handle(Opcodes.H_INVOKESTATIC, owner, name, type, false);
    }
}
