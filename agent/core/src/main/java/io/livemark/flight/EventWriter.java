/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes the class of an event. It is called as the event is, so that it needs no other name; the recorder writes the rest of it when
 * it is registered. An event is off unless a recording asks for it by name.
 */
final class EventWriter {

    static final String EVENT = "jdk/jfr/Event";

    private EventWriter() {}

    /**
     * @param name the internal name of the class
     * @param fields the names of the fields in the event, as many as the shape has
     * @return a class file
     */
    static byte[] write(String name, EventShape shape, String[] fields) {
        ClassWriter type = new ClassWriter(0);
        type.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, EVENT, null);
        value(type.visitAnnotation("Ljdk/jfr/Label;", true), shape.marker());
        value(type.visitAnnotation("Ljdk/jfr/Enabled;", true), false);
        // Registered by the probe instead, whose load then fails, where the recorder refuses it.
        value(type.visitAnnotation("Ljdk/jfr/Registered;", true), false);
        AnnotationVisitor category = type.visitAnnotation("Ljdk/jfr/Category;", true);
        AnnotationVisitor names = category.visitArray("value");
        names.visit(null, "Livemark");
        names.visitEnd();
        category.visitEnd();
        for (int i = 0; i < fields.length; i++) {
            EventShape.Field field = shape.fields().get(i);
            FieldVisitor written =
                    type.visitField(ACC_PUBLIC, fields[i], field.kind().field(), null, null);
            value(written.visitAnnotation("Ljdk/jfr/Label;", true), field.name());
            written.visitEnd();
        }
        MethodVisitor constructor = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, EVENT, "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(1, 1);
        constructor.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    private static void value(AnnotationVisitor annotation, Object value) {
        annotation.visit("value", value);
        annotation.visitEnd();
    }
}
