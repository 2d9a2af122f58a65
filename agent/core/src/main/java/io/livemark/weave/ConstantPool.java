/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The constant pool of a class file, as far as one needs it to see that a class holds no mark. */
final class ConstantPool {

    private static final byte[] MARK = Names.MARK.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BRIDGE = Names.BRIDGES.getBytes(StandardCharsets.US_ASCII);

    private ConstantPool() {}

    /**
     * Whether a class file names {@code Mark}. Walks over the constants without parsing the class; this is what each class of
     * the application costs that holds no mark.
     *
     * @param file any bytes
     * @return false also where they are no class file
     */
    static boolean namesMark(byte[] file) {
        return names(file, MARK, true);
    }

    /** Whether a class file names a class of the bridge, as one does that was woven. */
    static boolean namesBridge(byte[] file) {
        return names(file, BRIDGE, false);
    }

    private static boolean names(byte[] file, byte[] text, boolean whole) {
        if (file.length < 10) {
            return false;
        }
        int count = u2(file, 8);
        int at = 10;
        for (int i = 1; i < count && at + 2 < file.length; i++) {
            switch (file[at]) {
                case 1: // Utf8
                    int length = u2(file, at + 1);
                    int end = at + 3 + length;
                    if ((whole ? length == text.length : length >= text.length)
                            && end <= file.length
                            && Arrays.equals(file, at + 3, at + 3 + text.length, text, 0, text.length)) {
                        return true;
                    }
                    at = end;
                    break;
                case 5: // Long
                case 6: // Double
                    at += 9;
                    i++;
                    break;
                case 15: // MethodHandle
                    at += 4;
                    break;
                case 7: // Class
                case 8: // String
                case 16: // MethodType
                case 19: // Module
                case 20: // Package
                    at += 3;
                    break;
                default: // the refs, NameAndType, Integer, Float, Dynamic, InvokeDynamic
                    at += 5;
                    break;
            }
        }
        return false;
    }

    private static int u2(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }
}
