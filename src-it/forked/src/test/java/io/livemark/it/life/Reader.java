/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

/**
 * Loaded by several class loaders, some with a {@link Book} of their own, some as an old class file: it must do without
 * {@code invokedynamic}.
 */
public final class Reader implements Runnable {

    private final String name;

    public Reader(String name) {
        this.name = name;
        Book.shelf = name;
    }

    @Override
    public void run() {
        mark("book.read book={}", new Book("by ".concat(name)));
        mark("book.count n={}", 1);
    }
}
