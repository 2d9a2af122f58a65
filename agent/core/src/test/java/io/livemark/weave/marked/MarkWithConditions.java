/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.mark;

/** Arguments with ways in them. */
public final class MarkWithConditions {

    private MarkWithConditions() {}

    public static Object object_or_number() {
        Object object = "o";
        for (boolean c : new boolean[] {true, false}) {
            mark("conditions.mixed a={}", c ? object : 1);
            mark("conditions.turned a={}", c ? 1 : object);
            mark("conditions.boxes a={}", c ? Integer.valueOf(1) : (Object) 'c');
        }
        return object;
    }

    public static Object number_or_null() {
        int i = 12;
        for (boolean c : new boolean[] {true, false}) {
            mark("conditions.null a={}", c ? i : null);
            mark("conditions.x a={} b={}", c ? null : i, c ? null : 3L);
        }
        return i;
    }

    public static Object nested() {
        int i = 12;
        Object o = "o";
        for (boolean c : new boolean[] {true, false}) {
            for (boolean d : new boolean[] {true, false}) {
                mark("conditions.nested a={} b={}", c ? d ? 1 : 2 : d ? 3 : 4, c ? o : d ? i : 'c');
                mark("conditions.long a={} b={} c={}", c ? d ? 1 : 2L : 3, d ? o : null, c && d ? 1.5 : i);
            }
        }
        return i;
    }

    public static Object both() {
        String x = "x";
        String y = "y";
        for (boolean a : new boolean[] {true, false}) {
            for (boolean b : new boolean[] {true, false}) {
                mark("conditions.both a={} b={}", a && b ? x : y, a || b);
            }
        }
        return x;
    }

    public static Object pattern() {
        Object found = null;
        for (Object o : new Object[] {"text", 1, null}) {
            mark("conditions.pattern a={} b={}", o instanceof String s ? s.length() : -1, o instanceof Integer);
            mark("conditions.cast a={}", o instanceof String ? (String) o : "none");
            found = o;
        }
        return found;
    }

    public static Object switched() {
        for (int i = 0; i < 4; i++) {
            mark(
                    "conditions.switch a={} b={}",
                    switch (i) {
                        case 0 -> "zero";
                        case 1 -> "one";
                        default -> "many";
                    },
                    i);
            mark(
                    "conditions.lookup a={} b={}",
                    i * 1.5,
                    switch (i * 1000) {
                        case 0 -> 0L;
                        case 2000 -> 2L;
                        default -> i;
                    });
        }
        return "done";
    }

    public static Object switched_by_string() {
        String last = "";
        for (String s : new String[] {"a", "b", "Aa", "BB"}) {
            mark(
                    "conditions.string a={} b={} c={}",
                    1L,
                    switch (s) {
                        case "a" -> 1;
                        case "Aa" -> 2;
                        case "BB" -> 3;
                        default -> 4;
                    },
                    s);
            last = s;
        }
        return last;
    }

    public static Object array_or_array() {
        Object[] other = {1, 2};
        for (boolean c : new boolean[] {true, false}) {
            mark("conditions.array a={} b={}", c ? new Object[] {3, 4} : other);
        }
        return other.length;
    }
}
