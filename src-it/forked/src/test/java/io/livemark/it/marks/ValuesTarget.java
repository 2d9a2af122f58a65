/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.List;
import java.util.function.Supplier;

/** Marks with fields of every type. */
final class ValuesTarget {

    private static int evaluations;

    private ValuesTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "integers" -> integers((byte) -128, (short) -32768, '\uffff', Integer.MIN_VALUE, Long.MAX_VALUE);
                case "others" -> others(true, Float.NaN, Double.MIN_VALUE, "ünï ");
                case "objects" -> objects(7, null, new int[] {1, -2}, new String[] {"a", null}, List.of("x"));
                case "nulls" -> {
                    others(false, -0.0f, Double.NEGATIVE_INFINITY, null);
                    objects(null, 8L, null, null, null);
                    mark("value.null v={}", (Object) null);
                }
                case "mixed" -> mixed(1L << 40, -1, 0.5, "d", (byte) 5, 6.5f, true);
                case "varargs" -> varargs(1, 2L, "3", 4.0, '5', (short) 6, true);
                case "through" -> through(1, "two");
                case "supplier" -> supplier();
                case "evaluations" -> System.out.println(evaluations);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void integers(byte b, short s, char c, int i, long l) {
        mark("value.byte v={}", b);
        mark("value.short v={}", s);
        mark("value.char v={}", c);
        mark("value.int v={}", i);
        mark("value.long v={}", l);
    }

    private static void others(boolean z, float f, double d, String s) {
        mark("value.boolean v={}", z);
        mark("value.float v={}", f);
        mark("value.double v={}", d);
        mark("value.string v={}", s);
    }

    private static void objects(Integer i, Long l, int[] ints, String[] strings, List<String> list) {
        mark("value.boxed i={} l={}", i, l);
        mark("value.ints v={}", ints);
        mark("value.strings v={}", (Object) strings);
        mark("value.list v={}", list);
    }

    private static void mixed(long a, int b, double c, String d, byte e, float f, boolean g) {
        mark("value.mixed a={} b={} c={} d={} e={} f={} g={}", a, b, c, d, e, f, g);
    }

    private static void varargs(int a, long b, String c, double d, char e, short f, boolean g) {
        mark("varargs.0");
        mark("varargs.1 a={}", a);
        mark("varargs.2 a={} b={}", a, b);
        mark("varargs.3 a={} b={} c={}", a, b, c);
        mark("varargs.4 a={} b={} c={} d={}", a, b, c, d);
        mark("varargs.5 a={} b={} c={} d={} e={}", a, b, c, d, e);
        mark("varargs.6 a={} b={} c={} d={} e={} f={}", a, b, c, d, e, f);
        mark("varargs.7 a={} b={} c={} d={} e={} f={} g={}", a, b, c, d, e, f, g);
    }

    /** The array is the program's own, not one that javac made of arguments. */
    private static void through(Object... values) {
        mark("through.array a={} b={}", values);
        mark("through.none", new Object[0]);
        mark("through.null a={}", (Object[]) null);
    }

    private static void supplier() {
        Supplier<Object> local = () -> "local " + ++evaluations;
        mark("supplier.lambda v={}", (Supplier<Object>) () -> "lambda " + ++evaluations);
        mark("supplier.local v={}", local);
        mark("supplier.mixed a={} v={} b={}", 1, (Supplier<Object>) ValuesTarget::supplied, 2L);
    }

    private static Object supplied() {
        return "reference " + ++evaluations;
    }
}
