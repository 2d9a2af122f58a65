/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** A mark in each kind of class, member and block that Java 17 has. Each method returns what a mark must not change. */
final class Constructs {

    private Constructs() {}

    static Object lambda() {
        int captured = 10;
        IntUnaryOperator outer = x -> {
            IntSupplier inner = () -> {
                mark("construct.lambda.inner sum={}", captured + x);
                return captured + x;
            };
            mark("construct.lambda x={}", x);
            return inner.getAsInt();
        };
        return outer.applyAsInt(1);
    }

    static class Base {
        final int a;

        Base(int a) {
            mark("construct.constructor.base a={}", a);
            this.a = a;
        }
    }

    static final class Derived extends Base {
        final int b;

        {
            mark("construct.initializer a={}", a);
        }

        Derived(int a, int b) {
            super(a + 1);
            mark("construct.constructor a={} b={}", a, b);
            this.b = b;
        }

        Derived(int a) {
            this(a, a * 2);
            mark("construct.constructor.this b={}", b);
        }
    }

    static Object constructor() {
        Derived derived = new Derived(1);
        return derived.a + " " + derived.b;
    }

    /** The mark runs before {@code super}, where {@code this} is not initialized yet. */
    static final class BeforeSuper extends Base {
        BeforeSuper(int a) {
            super(
                    switch (a) {
                        case 1 -> {
                            mark("construct.beforeSuper a={}", a);
                            yield 11;
                        }
                        default -> 12;
                    });
        }
    }

    static Object beforeSuper() {
        return new BeforeSuper(1).a + " " + new BeforeSuper(2).a;
    }

    interface Shape {
        int side();

        default int area() {
            mark("construct.interface.default side={}", side());
            return area(side());
        }

        private int area(int side) {
            mark("construct.interface.private side={}", side);
            return square(side);
        }

        static int square(int side) {
            mark("construct.interface.static side={}", side);
            return side * side;
        }
    }

    static Object interfaces() {
        Shape shape = () -> 3;
        return shape.area();
    }

    record Point(int x, double y) {
        Point {
            mark("construct.record x={} y={}", x, y);
        }

        double sum() {
            mark("construct.record.method x={} y={}", x, y);
            return x + y;
        }
    }

    static Object records() {
        return new Point(1, 0.5).sum();
    }

    enum Level {
        LOW,
        HIGH {
            @Override
            int weight() {
                mark("construct.enum.body level={}", this);
                return 9;
            }
        };

        int weight() {
            mark("construct.enum level={}", this);
            return 1;
        }
    }

    static Object enums() {
        return Level.LOW.weight() + Level.HIGH.weight();
    }

    static Object switches() {
        StringBuilder all = new StringBuilder();
        for (String word : List.of("a", "bb", "ccc")) {
            long length = 100L
                    + switch (word) {
                        case "a" -> {
                            mark("construct.switch.string word={}", word);
                            yield 1L;
                        }
                        case "bb" -> 2L;
                        default -> {
                            mark("construct.switch.default word={}", word);
                            yield 3L;
                        }
                    };
            all.append(' ').append(length);
        }
        return all.substring(1);
    }

    /** While the mark runs, an object that is not initialized yet lies on the stack, below a long. */
    static Object switchOnTheStack(int k) {
        return new StringBuilder(Long.toString(5L
                * switch (k) {
                    case 1 -> {
                        mark("construct.stack k={}", k);
                        yield 2L;
                    }
                    default -> 3L;
                }));
    }

    static Object tryFinally() {
        int total = 0;
        for (int i = 0; i < 3; i++) {
            total += tried(i);
        }
        return total;
    }

    private static int tried(int i) {
        try {
            mark("construct.try i={}", i);
            if (i == 1) {
                throw new IllegalStateException("one");
            }
            return i;
        } catch (IllegalStateException e) {
            mark("construct.catch e={}", e);
            return 10;
        } finally {
            mark("construct.finally i={}", i);
        }
    }

    static Object tryWithResources() throws Exception {
        try (AutoCloseable closed = () -> mark("construct.resource.close")) {
            mark("construct.resource a={}", closed != null);
        }
        return "closed";
    }

    static synchronized Object synchronizedBlocks() {
        Object lock = new Object();
        synchronized (lock) {
            mark("construct.synchronized held={}", Thread.holdsLock(lock));
            synchronized (Constructs.class) {
                mark("construct.synchronized.inner");
            }
        }
        return Thread.holdsLock(lock) + " " + Thread.holdsLock(Constructs.class);
    }

    static Object nested() throws Exception {
        return first(
                second(List.of(3, 1, 2), () -> {
                    mark("construct.nested depth={}", 2);
                    return Comparator.naturalOrder();
                }),
                third(() -> {
                    mark("construct.nested.callable");
                    return "x";
                }));
    }

    private static <A, B> String first(A a, B b) {
        mark("construct.generic a={} b={}", a, b);
        return a + "-" + b;
    }

    private static <T extends Comparable<T>> T second(List<? extends T> list, Supplier<Comparator<T>> order) {
        T best = list.stream().max(order.get()).orElseThrow();
        mark("construct.generic.bounded best={}", best);
        return best;
    }

    private static <V> V third(Callable<V> callable) throws Exception {
        return callable.call();
    }

    static Object anonymous() {
        class Local {
            int twice(int n) {
                mark("construct.local n={}", n);
                return 2 * n;
            }
        }
        return new Object() {
            int run() {
                mark("construct.anonymous");
                return new Local().twice(4);
            }
        }.run();
    }
}
