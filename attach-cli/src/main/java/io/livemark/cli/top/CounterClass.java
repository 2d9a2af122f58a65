/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.protocol.Marker;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The class of a probe that counts: its handler is empty, since the agent counts what is delivered.
 *
 * <pre>{@code
 * public final class Counter {
 *     @Probe("order.placed") public static void hit(Object id, double total) {}
 * }
 * }</pre>
 *
 * <p>Where the sites differ in the number of fields it takes all as one array. Written byte by byte: a compiler would take a third of a second, and is not in every Java.
 */
final class CounterClass {

    static final String NAME = "livemark/Counter";

    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_8 = 52;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int PUBLIC_FINAL_SUPER = 0x31;
    private static final int PUBLIC = 0x1;
    private static final int PUBLIC_STATIC = 0x9;
    private static final String ANY = "([Ljava/lang/Object;)V";
    private static final byte[] CALL_SUPER = {0x2a, (byte) 0xb7, 0, 16, (byte) 0xb1};
    private static final byte[] RETURN = {(byte) 0xb1};

    private static final Map<String, String> PRIMITIVES = Map.of(
            "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float", "F", "double",
            "D");

    private CounterClass() {}

    /**
     * Writes it.
     *
     * @param marker the marker to count
     * @return the class file
     */
    static byte[] of(Marker marker) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(marker, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Marker marker, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(JAVA_8);
        // The constants, 1 to 16; the numbers below are theirs.
        List<String> texts = List.of(
                NAME,
                "java/lang/Object",
                "<init>",
                "()V",
                "Code",
                "hit",
                marker.variants().isEmpty() ? descriptor(marker.fields()) : ANY,
                "RuntimeVisibleAnnotations",
                "Lio/livemark/Probe;",
                "value",
                marker.marker());
        out.writeShort(17);
        for (String text : texts) {
            out.writeByte(UTF8);
            out.writeUTF(text);
        }
        pair(CLASS, 1, out); // 12: this
        pair(CLASS, 2, out); // 13: Object
        pair(NAME_AND_TYPE, 3, 4, out); // 14: <init>()V
        pair(CLASS, 2, out); // 15
        pair(METHOD, 13, 14, out); // 16: Object.<init>
        for (int header : new int[] {PUBLIC_FINAL_SUPER, 12, 13, 0, 0, 2}) {
            out.writeShort(header);
        }
        method(PUBLIC, 3, 4, 1, CALL_SUPER, 1, out);
        int slots = marker.variants().isEmpty()
                ? marker.fields().stream().mapToInt(CounterClass::slots).sum()
                : 1;
        method(PUBLIC_STATIC, 6, 7, slots, RETURN, 2, out);
        annotation(out);
        out.writeShort(0);
    }

    private static void method(
            int access, int name, int type, int locals, byte[] code, int attributes, DataOutputStream out)
            throws IOException {
        out.writeShort(access);
        out.writeShort(name);
        out.writeShort(type);
        out.writeShort(attributes);
        out.writeShort(5);
        out.writeInt(12 + code.length);
        out.writeShort(1);
        out.writeShort(locals);
        out.writeInt(code.length);
        out.write(code);
        out.writeInt(0); // no exceptions, no attributes
    }

    private static void annotation(DataOutputStream out) throws IOException {
        out.writeShort(8);
        out.writeInt(11);
        for (int one : new int[] {1, 9, 1, 10}) {
            out.writeShort(one);
        }
        out.writeByte('s');
        out.writeShort(11);
    }

    private static void pair(int tag, int one, DataOutputStream out) throws IOException {
        out.writeByte(tag);
        out.writeShort(one);
    }

    private static void pair(int tag, int one, int other, DataOutputStream out) throws IOException {
        pair(tag, one, out);
        out.writeShort(other);
    }

    /** Primitives as they are; all else as objects, for which no class of the application is looked for. */
    private static String descriptor(List<Marker.Field> fields) {
        StringBuilder types = new StringBuilder("(");
        for (Marker.Field field : fields) {
            types.append(PRIMITIVES.getOrDefault(field.type(), "Ljava/lang/Object;"));
        }
        return types.append(")V").toString();
    }

    private static int slots(Marker.Field field) {
        return field.type().equals("long") || field.type().equals("double") ? 2 : 1;
    }
}
