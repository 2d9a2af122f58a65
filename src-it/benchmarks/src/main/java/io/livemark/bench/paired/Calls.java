/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

/** A method with a side effect, small enough to be inlined. */
final class Calls {

    private static int calls;

    private Calls() {}

    static String of(String word) {
        calls++;
        return word;
    }
}
