/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.mark;

/** One to seven arguments, and none. */
public final class MarkWithArguments {

    private MarkWithArguments() {}

    public static Object none() {
        mark("arguments.none");
        return "done";
    }

    public static Object one() {
        String a = "a";
        mark("arguments.one a={}", a);
        return a;
    }

    public static Object two() {
        String a = "a";
        int b = 2;
        mark("arguments.two a={} b={}", a, b);
        return a + b;
    }

    public static Object three() {
        String a = "a";
        int b = 2;
        long c = 3;
        mark("arguments.three a={} b={} c={}", a, b, c);
        return a + b + c;
    }

    public static Object four() {
        String a = "a";
        int b = 2;
        long c = 3;
        double d = 4.5;
        mark("arguments.four a={} b={} c={} d={}", a, b, c, d);
        return a + b + c + d;
    }

    public static Object five() {
        String a = "a";
        int b = 2;
        long c = 3;
        double d = 4.5;
        mark("arguments.five a={} b={} c={} d={} e={}", a, b, c, d, 'e');
        return a + b + c + d;
    }

    public static Object seven() {
        long a = 1;
        double b = 2;
        Object c = new int[] {3};
        mark("arguments.seven a={} b={} c={} d={} e={} f={} g={}", a, b, c, null, "e", 6f, (byte) 7);
        return a + b;
    }

    public static Object seven_and_a_long_in_a_condition() {
        long a = 1;
        boolean right = a > 0;
        Object c = "c";
        mark(
                "arguments.frames a={} b={} c={} d={} e={} f={} g={}",
                right ? a : 2L,
                1.5,
                right ? c : "d",
                right ? null : 4,
                right ? 5 : 6L,
                right && a < 2 ? 'x' : 'y',
                right ? (right ? 1 : 2) : 3);
        return a;
    }

    public static Object four_with_conditions() {
        long a = 1;
        boolean right = a > 0;
        Object c = "c";
        mark("arguments.fixed a={} b={} c={} d={}", right ? a : 2L, 1.5, right ? c : 4, right || a < 2 ? 5 : 6.0);
        return a;
    }

    public static Object null_literal() {
        mark("arguments.null a={}", (Object) null);
        String b = null;
        mark("arguments.nulls a={} b={}", null, b);
        return b;
    }

    public static Object array_of_known_size() {
        mark("arguments.array a={} b={}", new Object[] {1, "b"});
        return "done";
    }

    public static Object array_passed_through() {
        Object[] array = {1, "b"};
        mark("arguments.through a={} b={}", array);
        return array.length;
    }

    public static Object array_that_is_not_filled() {
        mark("arguments.empty a={} b={}", new Object[2]);
        return "done";
    }

    public static Object array_as_one_argument() {
        int[] array = {1, 2};
        mark("arguments.ints a={}", array);
        mark("arguments.strings a={}", (Object) new String[] {"a"});
        return array.length;
    }
}
