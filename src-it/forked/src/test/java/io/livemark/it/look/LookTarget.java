/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.ArrayList;
import java.util.List;

/** A shop in small: each command is so many hits. */
public final class LookTarget {

    private LookTarget() {}

    /** An object whose text nobody may ask for unasked. */
    static final class Basket {

        private final int size;

        Basket(int size) {
            this.size = size;
        }

        @Override
        public String toString() {
            return "a basket of " + size;
        }
    }

    /** A type of the application that expressions may name. */
    public record Customer(String name, int age) {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            int n = argument.isEmpty() ? 0 : Integer.parseInt(argument);
            switch (command) {
                case "orders" -> orders(n);
                case "nulls" -> placed(null, 0, 0);
                case "visits" -> visits(n);
                case "works" -> works(n);
                case "begun" -> begun(n);
                case "threads" -> threads(n);
                case "tasks" -> tasks(n);
                case "bills" -> bills(n);
                case "late" -> Late.hit(n);
                case "wrong" -> Wrong.hit(n);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void orders(int n) {
        for (int i = 0; i < n; i++) {
            placed("A-" + i, i, i % 4 == 0 ? 404 : 200);
        }
    }

    private static void placed(String id, double total, int status) {
        mark("order.placed id={} total={} status={}", id, total, status);
    }

    private static void visits(int n) {
        for (int i = 0; i < n; i++) {
            mark("visit.made basket={} by={} tab={}", new Basket(i), new Customer("Ann", i), "a\tb");
        }
    }

    private static void works(int n) throws InterruptedException {
        for (int i = 0; i < n; i++) {
            mark("work.begin job={}", i);
            Thread.sleep(1);
            mark("work.end job={} ok={}", i, i % 2 == 0);
        }
        mark("work.end job={} ok={}", -1, false);
    }

    private static void begun(int n) {
        for (int i = 0; i < n; i++) {
            mark("work.begin job={}", -2 - i);
        }
    }

    /** Sites that call one field by two names, and sites that have two fields in two orders. */
    private static void bills(int n) {
        for (int i = 0; i < n; i++) {
            mark("bill.sent id={}", "A-" + i);
            mark("bill.sent billId={}", "B-" + i);
            mark("bill.closed billId={}", "A-" + i);
            mark("bill.closed id={}", "B-" + i);
            mark("bill.paid id={} total={}", (1L << 60) + 1, 0.5);
            mark("bill.paid total={} id={}", 0.5, (1L << 60) + 1);
        }
    }

    private static void threads(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int number = t;
            Thread thread = new Thread(
                    () -> {
                        for (int i = 0; i < n; i++) {
                            mark("thread.turn number={} i={}", number, i);
                        }
                    },
                    "turn-" + t);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** A thousand threads that do not live long; virtual ones where there are such, which go on on another thread now and then. */
    private static void tasks(int n) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 1_000; t++) {
            Runnable task = () -> {
                for (int i = 0; i < n; i++) {
                    mark("task.turn i={}", i);
                    if (i % 10 == 0) {
                        Thread.yield();
                    }
                }
            };
            Thread thread;
            if (Runtime.version().feature() < 21) {
                thread = new Thread(task);
                thread.start();
            } else {
                thread = (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, task);
            }
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Loaded when it is first asked for. */
    private static final class Late {

        static void hit(int n) {
            mark("late.hit n={}", n);
        }
    }

    /** So are these, which nobody can look at. */
    private static final class Wrong {

        static void hit(int n) {
            mark("wrong.count n={}", n, n);
        }
    }
}
