/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.it.life.Book;

/** Uses a type of the application. */
public final class BookProbe implements AutoCloseable {

    public BookProbe() {
        if (System.getProperty("refuse") != null) {
            throw new IllegalStateException("refused");
        }
        say("made");
    }

    @Probe("book.read")
    void read(Book book) {
        System.out.println("hit " + book.title());
    }

    @Probe("book.count")
    void count(int n) {
        System.out.println("hit " + n + " on the shelf of " + Book.shelf);
    }

    @Override
    public void close() {
        say("closed");
    }

    private static void say(String what) {
        System.getProperties().merge("said", what, (before, after) -> before + " " + after);
    }
}
