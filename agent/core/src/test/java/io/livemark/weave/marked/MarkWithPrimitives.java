/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.mark;

/** Every primitive, as itself and in its box. */
public final class MarkWithPrimitives {

    private int field = 70_000;
    private final int[] array = {1, 2, 3};
    private static long sum = 1L << 40;

    private MarkWithPrimitives() {}

    public static Object unboxed() {
        boolean z = true;
        byte b = -1;
        short s = -2;
        char c = 'c';
        int i = -3;
        long j = Long.MIN_VALUE;
        float f = Float.NaN;
        double d = -0.0;
        mark("primitives.small z={} b={} s={} c={}", z, b, s, c);
        mark("primitives.large i={} j={} f={} d={}", i, j, f, d);
        return i + j;
    }

    public static Object boxes_of_the_program() {
        Integer i = 1000;
        Long j = null;
        mark("primitives.boxes i={} j={}", i, j);
        return i;
    }

    public static Object unboxed_for_arithmetic() {
        Integer i = 1000;
        Long j = 5L;
        mark("primitives.arithmetic a={} b={}", i + 1, j * i);
        return i;
    }

    public static Object literals() {
        mark("primitives.literals a={} b={} c={} d={}", 32_768, -1, 1L << 33, 'x');
        mark("primitives.types a={} b={} c={}", String.class, 0.1f, int[].class);
        return "done";
    }

    public static Object fields_and_elements() {
        MarkWithPrimitives it = new MarkWithPrimitives();
        mark("primitives.reads a={} b={} c={} d={}", it.field, it.array[1], it.array.length, sum);
        return it.field;
    }

    public static Object increments() {
        MarkWithPrimitives it = new MarkWithPrimitives();
        int i = 1;
        mark("primitives.increment a={} b={}", i++, ++i);
        mark("primitives.assign a={} b={}", i += 5, it.field *= 2);
        mark("primitives.element a={}", it.array[1]++);
        sum++;
        mark("primitives.static a={}", sum += 2);
        return i + it.field + it.array[1] + sum;
    }

    public static Object casts_and_arithmetic() {
        int i = 1_000_003;
        double d = 2.75;
        mark("primitives.casts a={} b={} c={} d={}", (byte) i, (char) (i & 0x7f), (long) d, -i >>> 3);
        mark("primitives.compare a={} b={} c={}", i > d, ~i == 4 || d != d, !(i < 3));
        return i;
    }

    public static Object a_long_local_across() {
        long before = sum;
        int i = 3;
        double after = 1.5;
        for (int k = 0; k < 3; k++) {
            long inner = k;
            mark("primitives.across a={} b={}", i > k ? inner : before, after);
            before += inner;
        }
        return before + after;
    }
}
