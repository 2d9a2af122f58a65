/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.armed;
import static io.livemark.Mark.label;
import static io.livemark.Mark.mark;

/** Marks at the ends of blocks and where jumps meet, and marks that change what is true around them in no way. */
final class Flow {

    private Flow() {}

    static Object loops() {
        int i = 0;
        for (; ; ) {
            mark("flow.head i={}", i);
            if (++i > 1) {
                break;
            }
        }
        while (i < 4) {
            i++;
            mark("flow.while.tail i={}", i);
        }
        do {
            i--;
            mark("flow.do.tail i={}", i);
        } while (i > 2);
        return i;
    }

    static Object branches() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            if (i == 0) {
                sum += 1;
                mark("flow.if.tail i={}", i);
            } else if (i == 1) {
                mark("flow.elseif.only");
            } else {
                mark("flow.else.tail i={} sum={}", i, sum);
            }
        }
        return sum;
    }

    static Object labelled() {
        int rounds = 0;
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; ; j++) {
                rounds++;
                if (j == i) {
                    mark("flow.continue i={}", i);
                    continue outer;
                }
                if (i == 2) {
                    mark("flow.break i={}", i);
                    break outer;
                }
            }
        }
        mark("flow.after rounds={}", rounds);
        return rounds;
    }

    static Object row() {
        mark("flow.row");
        mark("flow.row");
        mark("flow.row.next");
        return "row";
    }

    static Object emptyBranches(boolean a, boolean b) {
        if (a) {
            if (b) {
                mark("flow.both a={} b={}", a, b);
            }
        } else {
            mark("flow.neither");
        }
        return a && b;
    }

    static Object wideLocals(long a, double b, String c) {
        long d = a * 2;
        {
            double gone = b;
            d += (long) gone;
        }
        int e = 5;
        mark("flow.wide a={} b={} c={} d={} e={}", a, b, c, d, e);
        return d;
    }

    static void last(int i) {
        mark("flow.last i={}", i);
    }

    static Object guarded() {
        if (armed("flow.guarded")) {
            int expensive = 6 * 7;
            mark("flow.guarded v={}", expensive);
        }
        return "guarded";
    }

    static Object labels() {
        int answer = 42;
        label("flow.label");
        return answer;
    }
}
