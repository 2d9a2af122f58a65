/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

import java.util.function.Supplier;

/** Marks whose arguments are more than a local. Each method returns what its side effects left behind. */
final class Arguments {

    int field = 3;
    static int shared = 4;
    Arguments next;
    private int calls;

    Object conditional(boolean c, String s) {
        mark("argument.conditional v={}", c ? 1 : 2);
        mark("argument.conditional.mixed v={} w={}", c ? "a" : 1, c ? s : null);
        mark("argument.boolean v={} w={}", c && field > 2, !c || s == null);
        return c;
    }

    Object pure(int i, long l, int[] ints, String[] strings, Object o) {
        mark("argument.arithmetic v={} w={}", i * 2 + field, (int) (l >> 3) ^ shared);
        mark("argument.field v={} w={} x={}", field, shared, this.field + next.field);
        mark("argument.array v={} w={} x={}", ints[i], strings[0], ints.length);
        mark("argument.cast v={} w={} x={}", (byte) l, (String) o, (double) i / 2);
        mark("argument.instanceof v={} w={}", o instanceof String, o == null ? -1 : i);
        return i + l;
    }

    Object concatenation(int i, String s, Object o) {
        mark("argument.concat v={}", "i=" + i + ", s=" + s + ", c=" + 'c' + 1.5 + true + null);
        mark("argument.concat.object v={}", "o=" + o);
        return calls;
    }

    Object calls(int[] ints) {
        int i = 0;
        mark("argument.call v={}", called());
        mark("argument.call.mixed a={} b={} c={}", i, called(), field);
        mark("argument.increment a={} b={}", i++, i);
        mark("argument.element v={} i={}", ints[i++], ints[i]++);
        mark("argument.assignment v={}", field = field + 1);
        mark("argument.new v={}", new Constructed(this));
        mark("argument.nested v={}", String.valueOf(called()).concat("!"));
        mark("argument.varargs a={} b={} c={} d={} e={} f={}", 1, called(), 3L, called(), "5", 6.0);
        return i + " " + ints[2] + " " + field + " " + calls;
    }

    Object throwing(boolean arm) {
        try {
            mark("argument.throwing v={}", thrower(arm));
            return "past";
        } catch (IllegalStateException e) {
            return "caught " + e.getMessage();
        }
    }

    /** Reads through null: thrown only while a probe is loaded, once the class is woven. */
    Object readThroughNull() {
        Arguments none = null;
        try {
            mark("argument.through.null v={}", none.field);
            return "skipped";
        } catch (NullPointerException e) {
            return "thrown";
        }
    }

    Object divide(int by) {
        try {
            mark("argument.divide v={}", 1 / by);
            return "skipped";
        } catch (ArithmeticException e) {
            return "thrown";
        }
    }

    Object lambda(String captured) {
        mark("argument.lambda v={}", (Supplier<String>) () -> captured + called());
        return calls;
    }

    private int called() {
        return ++calls;
    }

    private static int thrower(boolean now) {
        if (now) {
            throw new IllegalStateException("now");
        }
        return 1;
    }

    /** Counts its constructions. */
    record Constructed(int nth) {
        Constructed(Arguments counter) {
            this(counter.called());
        }
    }

    /** Counts how often it is asked for its text. */
    record Counted(Arguments counter) {
        @Override
        public String toString() {
            counter.calls += 100;
            return "counted";
        }
    }
}
