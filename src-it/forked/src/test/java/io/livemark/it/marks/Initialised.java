/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

/** Marked where it is initialised, which happens once in a JVM. */
final class Initialised {

    static final int VALUE;

    static {
        int value = 41;
        mark("construct.clinit value={}", value);
        VALUE = value + 1;
    }

    private Initialised() {}
}
