/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * What of a class file decides whether the class may be retransformed.
 *
 * @param loops the names of the methods that hold a backward jump
 * @param namesParameters whether a method has a {@code MethodParameters} attribute
 * @param isAnnotatedRecord whether it is a record with annotations on components or types
 * @param constants the length of its constant pool
 */
record ClassFacts(Set<String> loops, boolean namesParameters, boolean isAnnotatedRecord, int constants) {

    /** Of a class whose file nobody can see. */
    static final ClassFacts NONE = new ClassFacts(Set.of(), false, false, 0);

    static ClassFacts of(byte[] file) {
        Collector collector = new Collector();
        ClassReader reader = ClassFile.reader(file);
        reader.accept(collector, ClassReader.SKIP_FRAMES);
        return new ClassFacts(
                Set.copyOf(collector.loops),
                collector.namesParameters,
                collector.isRecord && collector.isAnnotated,
                reader.getItemCount());
    }

    private static final class Collector extends ClassVisitor {

        private final Set<String> loops = new HashSet<>();
        private boolean namesParameters;
        private boolean isRecord;
        private boolean isAnnotated;

        Collector() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            isRecord = "java/lang/Record".equals(parent);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(int typeRef, TypePath path, String type, boolean visible) {
            isAnnotated = true;
            return null;
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String type, String signature) {
            return new RecordComponentVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    isAnnotated = true;
                    return null;
                }

                @Override
                public AnnotationVisitor visitTypeAnnotation(int typeRef, TypePath path, String type, boolean visible) {
                    isAnnotated = true;
                    return null;
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitTypeAnnotation(int typeRef, TypePath path, String type, boolean visible) {
                    isAnnotated = true;
                    return null;
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String desc, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {

                private final Set<Label> passed = new HashSet<>();

                @Override
                public void visitParameter(String parameter, int parameterAccess) {
                    namesParameters = true;
                }

                @Override
                public AnnotationVisitor visitTypeAnnotation(int typeRef, TypePath path, String type, boolean visible) {
                    isAnnotated = true;
                    return null;
                }

                @Override
                public void visitLabel(Label label) {
                    passed.add(label);
                }

                @Override
                public void visitJumpInsn(int opcode, Label label) {
                    jump(label);
                }

                @Override
                public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
                    visitLookupSwitchInsn(other, null, labels);
                }

                @Override
                public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
                    jump(other);
                    for (Label label : labels) {
                        jump(label);
                    }
                }

                private void jump(Label label) {
                    if (passed.contains(label)) {
                        loops.add(name);
                    }
                }
            };
        }
    }
}
