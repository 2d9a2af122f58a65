/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IF_ICMPLE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes a probe that commits an event at each hit of some markers. It registers the events when it is made, and takes that back
 * when it is closed.
 *
 * <pre>
 * &#64;Probe("order.placed")
 * void hit0(String id, double total) {
 *     livemark.order.placed event = new livemark.order.placed();
 *     if (event.isEnabled()) {
 *         event.id = id;
 *         event.total = total;
 *         event.commit();
 *     }
 * }
 * </pre>
 */
final class RecordingProbe {

    private static final String NAME = "io/livemark/flight/Recorded";
    private static final String RECORDER = "jdk/jfr/FlightRecorder";
    private static final String TEXT = Type.getInternalName(Text.class);
    private static final String CLASS = ".class";

    private RecordingProbe() {}

    /**
     * The files of a probe, as they are loaded.
     *
     * @param shapes of the events, one for each marker
     */
    static Map<String, byte[]> files(List<EventShape> shapes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, EventShape> events = new LinkedHashMap<>();
        for (EventShape shape : shapes) {
            String event = unique(EventNames.ofMarker(shape.marker()).replace('.', '/'), events.keySet());
            events.put(event, shape);
            files.put(event + CLASS, EventWriter.write(event, shape, fields(shape)));
        }
        files.put(NAME + CLASS, write(events));
        files.put(TEXT + CLASS, text());
        return files;
    }

    private static String[] fields(EventShape shape) {
        Set<String> names = new LinkedHashSet<>();
        shape.fields().forEach(field -> names.add(unique(EventNames.ofField(field.name()), names)));
        return names.toArray(new String[0]);
    }

    private static String unique(String name, Set<String> others) {
        String unique = name;
        while (others.contains(unique)) {
            unique += "_";
        }
        return unique;
    }

    private static byte[] text() {
        try (InputStream file = Text.class.getResourceAsStream("Text.class")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(Map<String, EventShape> events) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
                throw new IllegalStateException("nothing but equal types meets: " + first + ", " + second);
            }
        };
        type.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", new String[] {
            "java/lang/AutoCloseable"
        });
        MethodVisitor constructor = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        onEach(constructor, events.keySet(), "register");
        MethodVisitor close = type.visitMethod(ACC_PUBLIC, "close", "()V", null, null);
        close.visitCode();
        onEach(close, events.keySet(), "unregister");
        int number = 0;
        for (Map.Entry<String, EventShape> event : events.entrySet()) {
            EventShape shape = event.getValue();
            String descriptor = shape.varies()
                    ? "([Ljava/lang/Object;)V"
                    : shape.fields().stream()
                            .map(field -> field.kind().parameter())
                            .collect(Collectors.joining("", "(", ")V"));
            MethodVisitor handler = type.visitMethod(0, "hit" + number++, descriptor, null, null);
            AnnotationVisitor probe = handler.visitAnnotation("Lio/livemark/Probe;", true);
            probe.visit("value", shape.marker());
            probe.visitEnd();
            write(handler, event.getKey(), shape, (Type.getArgumentsAndReturnSizes(descriptor) >> 2));
        }
        type.visitEnd();
        return type.toByteArray();
    }

    private static void onEach(MethodVisitor code, Set<String> events, String method) {
        for (String event : events) {
            code.visitLdcInsn(Type.getObjectType(event));
            code.visitMethodInsn(INVOKESTATIC, RECORDER, method, "(Ljava/lang/Class;)V", false);
        }
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void write(MethodVisitor code, String event, EventShape shape, int local) {
        Label end = new Label();
        String[] fields = fields(shape);
        code.visitCode();
        code.visitTypeInsn(NEW, event);
        code.visitInsn(DUP);
        code.visitMethodInsn(INVOKESPECIAL, event, "<init>", "()V", false);
        code.visitVarInsn(ASTORE, local);
        code.visitVarInsn(ALOAD, local);
        code.visitMethodInsn(INVOKEVIRTUAL, event, "isEnabled", "()Z", false);
        code.visitJumpInsn(IFEQ, end);
        int parameter = 1;
        for (int i = 0; i < fields.length; i++) {
            FieldKind kind = shape.fields().get(i).kind();
            Label next = new Label();
            if (shape.varies()) {
                code.visitVarInsn(ALOAD, 1);
                code.visitInsn(ARRAYLENGTH);
                code.visitLdcInsn(i);
                code.visitJumpInsn(IF_ICMPLE, next);
            }
            code.visitVarInsn(ALOAD, local);
            if (shape.varies()) {
                code.visitVarInsn(ALOAD, 1);
                code.visitLdcInsn(i);
                code.visitInsn(AALOAD);
            } else {
                code.visitVarInsn(Type.getType(kind.parameter()).getOpcode(ILOAD), parameter);
                parameter += Type.getType(kind.parameter()).getSize();
            }
            if (kind == FieldKind.TEXT) {
                code.visitMethodInsn(INVOKESTATIC, TEXT, "of", "(Ljava/lang/Object;)Ljava/lang/String;", false);
            }
            code.visitFieldInsn(PUTFIELD, event, fields[i], kind.field());
            code.visitLabel(next);
        }
        code.visitVarInsn(ALOAD, local);
        code.visitMethodInsn(INVOKEVIRTUAL, event, "commit", "()V", false);
        code.visitLabel(end);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
