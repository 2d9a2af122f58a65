/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import java.util.Comparator;

/** What the markers may be in the order of. */
enum Column {
    /** The busiest first. */
    RATE("hits/s", Comparator.comparingDouble((Row row) -> -known(row.perSecond()))),
    /** Those with the most hits first. */
    HITS("hits", Comparator.comparingLong((Row row) -> -row.marker().hits())),
    /** Those whose handlers take most first. */
    TIME("time", Comparator.comparingDouble((Row row) -> -known(row.handlerShare()))),
    /** From A to Z. */
    NAME("name", Comparator.comparing(Row::name));

    private final String word;
    private final Comparator<Row> order;

    Column(String word, Comparator<Row> order) {
        this.word = word;
        this.order = order;
    }

    /** {@return what the screen calls it} */
    String word() {
        return word;
    }

    /** {@return the order; where two are the same, by name} */
    Comparator<Row> order() {
        return order.thenComparing(Row::name);
    }

    /** {@return the one that follows} */
    Column next() {
        return values()[(ordinal() + 1) % values().length];
    }

    private static double known(double number) {
        return Double.isNaN(number) ? -1 : number;
    }
}
