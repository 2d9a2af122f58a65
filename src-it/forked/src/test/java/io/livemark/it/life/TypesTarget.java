/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** Marks that probes may misunderstand. */
public final class TypesTarget {

    private TypesTarget() {}

    /** A type that only the application knows. */
    public record Order(String id, double total) {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            good(1);
            order(new Order("o-1", 2.5));
            either(1, "two");
        });
    }

    private static void good(int n) {
        mark("types.good n={}", n);
    }

    private static void order(Order order) {
        mark("types.order order={} total={}", order, order.total);
    }

    private static void either(int n, String s) {
        mark("types.either v={}", n);
        mark("types.either v={}", s);
    }
}
