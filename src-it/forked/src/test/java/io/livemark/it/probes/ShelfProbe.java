/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.it.life.Book;

/** Needs a type of the application no sooner than with the first hit. */
public final class ShelfProbe {

    @Probe("book.count")
    void count(int n) {
        System.out.println("hit " + n + " on the shelf of " + Book.shelf);
    }
}
