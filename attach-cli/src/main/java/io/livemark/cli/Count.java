/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

/** Numbers with their noun. */
public final class Count {

    private Count() {}

    /**
     * {@code 1 site}, {@code 2 sites}.
     *
     * @param number how many
     * @param noun of what
     * @return both
     */
    public static String of(long number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        return number + " " + noun + (noun.endsWith("s") ? "es" : "s");
    }

    static String deliveries(long number) {
        return number + (number == 1 ? " delivery" : " deliveries");
    }
}
