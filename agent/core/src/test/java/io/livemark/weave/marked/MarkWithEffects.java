/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.mark;
import static io.livemark.weave.marked.Effects.happens;
import static io.livemark.weave.marked.Effects.value;

import java.util.function.Supplier;

/** Arguments that do something. */
public final class MarkWithEffects implements Constants {

    private static String own = "own";

    private MarkWithEffects() {}

    /** Initialised by the first read of its field. */
    interface Other {
        Object FIELD = value("Other is initialised");
    }

    /** A number of the application. */
    static final class Counting extends Number {

        private static final long serialVersionUID = 1;

        @Override
        public int intValue() {
            happens("intValue");
            return 3;
        }

        @Override
        public long longValue() {
            return 3;
        }

        @Override
        public float floatValue() {
            return 3;
        }

        @Override
        public double doubleValue() {
            return 3;
        }

        @Override
        public String toString() {
            happens("toString");
            return "three";
        }
    }

    public static Object call() {
        long j = 5;
        mark("effects.call a={} b={}", value(1), j);
        mark("effects.calls a={} b={} c={} d={} e={}", j, value("b"), value(true), 2.5, value('e'));
        return j;
    }

    public static Object call_in_a_condition() {
        long j = 5;
        for (boolean c : new boolean[] {true, false}) {
            mark("effects.maybe a={} b={} c={}", c ? j : value(6L), c ? 1 : value(2), j);
            mark("effects.array a={} b={} c={} d={} e={}", j, c ? j : value(7L), c ? "a" : 'c', 1f, c || value(false));
        }
        return j;
    }

    public static Object own_static() {
        mark("effects.own a={}", own);
        return own;
    }

    public static Object static_of_another() {
        mark("effects.other a={}", Other.FIELD);
        return "done";
    }

    public static Object static_inherited() {
        mark("effects.inherited a={}", INHERITED);
        return "done";
    }

    public static Object assignment() {
        String s;
        mark("effects.assignment a={} b={}", s = "assigned", own = "changed");
        return s + own;
    }

    public static Object creation() {
        mark("effects.creation a={} b={}", new int[] {1}, new StringBuilder("x").toString());
        return "done";
    }

    public static Object number_of_the_application() {
        Number number = new Counting();
        mark("effects.number a={}", number.intValue());
        return "done";
    }

    public static Object concatenation() {
        Integer i = 7;
        String s = "s";
        mark("effects.concat a={} b={}", s + i + 'c' + 1.5 + null, "no" + "thing");
        mark("effects.tostring a={}", "it is " + new Counting());
        Object o = new Counting();
        mark("effects.object a={}", s + o);
        return s;
    }

    public static Object builder_of_the_program() {
        StringBuilder builder = new StringBuilder("a");
        mark("effects.builder a={}", builder.append("b"));
        mark("effects.chained a={} b={}", 1, builder.append("c").append(4).toString());
        mark("effects.read a={}", builder);
        return builder.toString();
    }

    public static Object suppliers() {
        String s = "s";
        long j = 5;
        mark("effects.lambda a={}", (Supplier<String>) () -> value(s) + j);
        Supplier<String> local = () -> "local";
        mark("effects.reference a={} b={}", (Supplier<Integer>) s::length, local);
        return s;
    }

    public static Object mark_in_an_argument() {
        mark("effects.outer a={}", inner());
        int i = 1;
        mark(
                "effects.around a={}",
                switch (i) {
                    case 1 -> {
                        mark("effects.inside a={}", i);
                        yield "one";
                    }
                    default -> "other";
                });
        return "done";
    }

    private static Object inner() {
        mark("effects.inner");
        return value("inner");
    }
}
