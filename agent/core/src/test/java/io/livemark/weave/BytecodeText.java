/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/** Methods as text, without lines, and with labels only where something leads to them. */
final class BytecodeText {

    private BytecodeText() {}

    /** The methods of a class by name; where several have the same, with their types. */
    static Map<String, String> methods(byte[] file, Predicate<String> wanted) {
        Map<String, String> texts = new TreeMap<>();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                if (!wanted.test(name)) {
                    return null;
                }
                Textifier text = new OneLine();
                return new MethodVisitor(Opcodes.ASM9, new TraceMethodVisitor(text)) {
                    @Override
                    public void visitEnd() {
                        StringWriter out = new StringWriter();
                        PrintWriter writer = new PrintWriter(out);
                        text.print(writer);
                        writer.flush();
                        texts.put(title(name, desc), out.toString());
                    }
                };
            }
        };
        new ClassReader(file).accept(visitor, ClassReader.SKIP_DEBUG);
        return texts;
    }

    private static String title(String name, String desc) {
        String types = Arrays.stream(Type.getArgumentTypes(desc))
                .map(type -> type.getClassName().replaceAll(".*[.]", ""))
                .collect(Collectors.joining(",", "(", ")"));
        return name.replace("<init>", "new") + (types.equals("()") ? "" : types);
    }

    private static final class OneLine extends Textifier {

        OneLine() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... constants) {
            boolean ours = bootstrap.getOwner().equals(Names.BRIDGE);
            // The last constant of a hit is its line.
            int shown = ours && name.equals("hit") ? constants.length - 1 : 0;
            String line = Arrays.stream(constants)
                    .limit(ours ? Math.max(1, shown) : 0)
                    .map(constant -> " " + (constant instanceof String ? '"' + constant.toString() + '"' : constant))
                    .collect(Collectors.joining());
            text.add(tab2 + "INVOKEDYNAMIC " + name + descriptor + line
                    + (ours ? "" : " " + bootstrap.getOwner() + "." + bootstrap.getName()) + "\n");
        }
    }
}
