/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as bytes and back, component by component, by the types that the record declares.
 *
 * <p>The types are ours, never the sender's: what comes in chooses no class. Sizes are checked against the bytes that are
 * left before anything is allocated for them.
 */
final class RecordCodec {

    private RecordCodec() {}

    static void write(Record value, DataOutputStream out) throws IOException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] values = Components.of(value);
        for (int i = 0; i < components.length; i++) {
            writeValue(components[i].getGenericType(), values[i], out);
        }
    }

    static Object read(Class<?> type, ByteArrayInputStream in) throws IOException {
        try {
            return readRecord(type, new Source(in));
        } catch (EOFException e) {
            throw new WireException(type.getSimpleName() + " is cut short");
        }
    }

    private static void writeValue(Type type, Object value, DataOutputStream out) throws IOException {
        if (type == boolean.class) {
            out.writeBoolean((boolean) value);
        } else if (type == int.class) {
            out.writeInt((int) value);
        } else if (type == long.class) {
            out.writeLong((long) value);
        } else if (type == double.class) {
            out.writeDouble((double) value);
        } else if (type == String.class) {
            writeBytes(((String) value).getBytes(StandardCharsets.UTF_8), out);
        } else if (type == byte[].class) {
            writeBytes((byte[]) value, out);
        } else if (value instanceof Enum<?> constant) {
            writeBytes(constant.name().getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof List<?> list) {
            out.writeInt(list.size());
            for (Object element : list) {
                writeValue(argument(type, 0), element, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writeValue(argument(type, 0), entry.getKey(), out);
                writeValue(argument(type, 1), entry.getValue(), out);
            }
        } else {
            write((Record) value, out);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Object readValue(Type type, Source in) throws IOException {
        if (type == boolean.class) {
            return in.data.readBoolean();
        } else if (type == int.class) {
            return in.data.readInt();
        } else if (type == long.class) {
            return in.data.readLong();
        } else if (type == double.class) {
            return in.data.readDouble();
        } else if (type == String.class) {
            return new String(in.bytes(), StandardCharsets.UTF_8);
        } else if (type == byte[].class) {
            return in.bytes();
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            String name = new String(in.bytes(), StandardCharsets.UTF_8);
            // A loop: the first lambda that a client links takes it longer than all the rest of a message.
            for (Object constant : constants.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new WireException(constants.getSimpleName() + " has no " + name);
        } else if (type instanceof ParameterizedType container && container.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (int left = in.size(); left > 0; left--) {
                list.add(readValue(argument(type, 0), in));
            }
            return List.copyOf(list);
        } else if (type instanceof ParameterizedType) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int left = in.size(); left > 0; left--) {
                map.put(readValue(argument(type, 0), in), readValue(argument(type, 1), in));
            }
            return map;
        }
        return readRecord((Class<?>) type, in);
    }

    private static Object readRecord(Class<?> type, Source in) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = readValue(components[i].getGenericType(), in);
        }
        return Components.make(type, values);
    }

    private static Type argument(Type container, int index) {
        return ((ParameterizedType) container).getActualTypeArguments()[index];
    }

    private record Source(ByteArrayInputStream left, DataInputStream data) {

        Source(ByteArrayInputStream left) {
            this(left, new DataInputStream(left));
        }

        /** A size of something whose elements take a byte each at least. */
        int size() throws IOException {
            int size = data.readInt();
            if (size < 0 || size > left.available()) {
                throw new WireException("a size of " + size + " with " + left.available() + " bytes left");
            }
            return size;
        }

        byte[] bytes() throws IOException {
            return left.readNBytes(size());
        }
    }
}
