/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

/**
 * A key that was pressed.
 *
 * @param kind which
 * @param character of {@link Kind#CHARACTER}
 */
record Key(Kind kind, int character) {

    /** The keys that mean something. */
    enum Kind {
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        FIRST,
        LAST,
        ENTER,
        ESCAPE,
        BACKSPACE,
        /** Any that stands for itself. */
        CHARACTER,
        /** The terminal has another size. */
        RESIZED,
        /** Ctrl-C, or nobody is there any more. */
        END
    }

    static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    static Key of(int character) {
        return new Key(Kind.CHARACTER, character);
    }
}
