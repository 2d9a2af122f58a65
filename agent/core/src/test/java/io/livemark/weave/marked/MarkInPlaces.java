/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.mark;
import static io.livemark.weave.marked.Effects.happens;
import static io.livemark.weave.marked.Effects.value;

/** Marks at the places of a method where frames matter. */
public final class MarkInPlaces {

    private final Object first;

    MarkInPlaces(int number) {
        mark("places.constructor number={}", number);
        this.first = number;
        mark("places.after first={} self={}", first, number > 1 ? this.first : null);
    }

    MarkInPlaces(Object first, long more) {
        this((int) more);
        mark("places.delegating first={} more={}", first, more);
    }

    public static Object constructor() {
        return new MarkInPlaces("a", 2).first;
    }

    public static Object jump_target() {
        int i = 0;
        while (i < 3) {
            mark("places.head i={}", i);
            i++;
        }
        mark("places.behind i={}", i);
        do {
            mark("places.first i={}", i);
        } while (--i > 0);
        return i;
    }

    public static Object last_statement() {
        Object last = null;
        for (int i = 0; i < 4; i++) {
            if (i == 0) {
                last = "zero";
                mark("places.if i={}", i);
            } else if (i == 1) {
                mark("places.else i={}", i);
            } else {
                long j = i;
                mark("places.elsewhere i={} j={}", i, j);
            }
            mark("places.loop i={} last={}", i, last);
        }
        return last;
    }

    public static Object only_statement() {
        for (int i = 0; i < 3; i++) mark("places.only i={}", i);
        for (int i = 0; i < 3; i++) if (i == 1) mark("places.once");
        return "done";
    }

    public static Object two_in_a_row() {
        int i = 1;
        mark("places.one i={}", i);
        mark("places.two i={}", i);
        mark("places.call i={}", value(i));
        mark("places.three");
        return i;
    }

    public static Object try_and_finally() {
        String seen = "";
        for (int i = 0; i < 3; i++) {
            try {
                mark("places.try i={}", i);
                if (i == 1) {
                    throw new IllegalStateException("one");
                }
                seen += i;
            } catch (IllegalStateException e) {
                mark("places.catch e={}", e.getMessage());
                seen += e.getMessage();
            } finally {
                mark("places.finally i={} seen={}", i, seen);
                seen += ";";
            }
        }
        return seen;
    }

    public static Object whole_try() {
        try {
            mark("places.whole a={}", (Object) null);
        } finally {
            happens("finally");
        }
        synchronized (MarkInPlaces.class) {
            mark("places.locked");
        }
        return "done";
    }

    public static Object switch_expression() {
        String seen = "";
        for (int i = 0; i < 3; i++) {
            seen += switch (i) {
                case 0 -> {
                    mark("places.zero i={}", i);
                    yield "0";
                }
                case 1 -> {
                    mark("places.one i={} a={}", i, value("one"));
                    yield "1";
                }
                default -> "more";
            };
        }
        return seen;
    }

    public static Object uninitialised_on_the_stack() {
        Object last = null;
        for (int i = 0; i < 3; i++) {
            long j = i;
            last = new MarkInPlaces(
                            "a",
                            switch (i) {
                                case 0 -> {
                                    mark("places.uninitialised j={}", j);
                                    yield j;
                                }
                                case 1 -> {
                                    mark("places.evaluated j={} k={}", j > 0 ? j : 5, value(i));
                                    yield 7;
                                }
                                default -> i > 1 ? 1 : value(3);
                            })
                    .first;
        }
        return last;
    }

    public static Object in_a_lambda() {
        int i = 4;
        Runnable run = () -> mark("places.lambda i={}", i);
        run.run();
        return i;
    }

    public static Object with_a_pending_sum() {
        int i = 3;
        return i * 2L
                + switch (i) {
                    case 3 -> {
                        mark("places.pending i={}", i);
                        yield 1.5;
                    }
                    default -> 2;
                };
    }
}
