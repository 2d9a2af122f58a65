/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import java.util.Arrays;
import java.util.List;

/** Takes each field of {@code ValuesTarget} as its own type. */
public final class ValuesProbe {

    @Probe("value.boolean")
    void aBoolean(boolean v) {
        hit("boolean", v);
    }

    @Probe("value.byte")
    void aByte(byte v) {
        hit("byte", v);
    }

    @Probe("value.short")
    void aShort(short v) {
        hit("short", v);
    }

    @Probe("value.char")
    void aChar(char v) {
        hit("char", (int) v);
    }

    @Probe("value.int")
    void anInt(int v) {
        hit("int", v);
    }

    @Probe("value.long")
    void aLong(long v) {
        hit("long", v);
    }

    @Probe("value.float")
    void aFloat(float v) {
        hit("float", v);
    }

    @Probe("value.double")
    void aDouble(double v) {
        hit("double", v);
    }

    @Probe("value.string")
    void aString(String v) {
        hit("string", v);
    }

    @Probe("value.boxed")
    void boxed(Integer i, Long l) {
        hit("boxed", i, l);
    }

    @Probe("value.ints")
    void ints(int[] v) {
        hit("ints", Arrays.toString(v));
    }

    @Probe("value.strings")
    void strings(String[] v) {
        hit("strings", Arrays.toString(v));
    }

    @Probe("value.list")
    void list(List<String> v) {
        hit("list", v);
    }

    @Probe("value.null")
    void nothing(Object v) {
        hit("null", v);
    }

    @Probe("value.mixed")
    void mixed(long a, int b, double c, String d, byte e, float f, boolean g) {
        hit("mixed", a, b, c, d, e, f, g);
    }

    private static void hit(Object... words) {
        StringBuilder line = new StringBuilder("hit");
        for (Object word : words) {
            line.append(' ').append(word);
        }
        System.out.println(line);
    }
}
