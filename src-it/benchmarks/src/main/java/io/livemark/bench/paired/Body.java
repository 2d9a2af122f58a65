/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.util.Locale;

/** The kinds of methods that a mark is written into. */
public enum Body {
    /** 3 to 4 ns. */
    LIGHT,
    /** 11 ns, in which out-of-order execution hides what is small. */
    HEAVY,
    /** Ten marks in one method. */
    TEN,
    /** A hundred. */
    HUNDRED,
    /** One mark in a loop that walks 4 KiB of memory; a call is the whole walk. */
    WALK,
    /** Eight small methods, each of which calls the next, with a mark in each. */
    CHAIN;

    /** {@return the name of the method} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Body of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
