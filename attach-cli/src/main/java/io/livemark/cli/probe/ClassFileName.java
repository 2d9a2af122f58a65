/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.probe;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** The name in a class file, which says where in a jar it belongs. */
final class ClassFileName {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;

    private ClassFileName() {}

    /** The internal name, {@code com/acme/SlowOrders}; reads just the constant pool before it. */
    static String of(byte[] classFile) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it does not begin with CAFEBABE");
            }
            in.readInt();
            int count = in.readUnsignedShort();
            String[] strings = new String[count];
            int[] classes = new int[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                if (tag == UTF8) {
                    strings[i] = in.readUTF();
                } else if (tag == CLASS) {
                    classes[i] = in.readUnsignedShort();
                } else {
                    in.skipNBytes(length(tag));
                    i += tag == LONG || tag == DOUBLE ? 1 : 0;
                }
            }
            in.readUnsignedShort();
            int self = in.readUnsignedShort();
            String name = self < count && classes[self] < count ? strings[classes[self]] : null;
            if (name == null) {
                throw new IOException("it does not say its name");
            }
            return name;
        } catch (EOFException e) {
            throw new IOException("it is cut short");
        }
    }

    /** Bytes of a constant after its tag (JVMS 4.4). */
    private static int length(int tag) throws IOException {
        switch (tag) {
            case 8, 16, 19, 20:
                return 2;
            case 15:
                return 3;
            case 3, 4, 9, 10, 11, 12, 17, 18:
                return 4;
            case LONG, DOUBLE:
                return 8;
            default:
                throw new IOException("it has a constant of unknown kind " + tag);
        }
    }
}
