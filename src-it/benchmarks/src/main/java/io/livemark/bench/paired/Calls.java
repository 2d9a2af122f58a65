/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

/** Methods that generated variants call: small enough to be inlined, where the driver does not say otherwise. */
public final class Calls {

    private static int calls;
    private static long hits;

    private Calls() {}

    /** Has a side effect. */
    public static String of(String word) {
        calls++;
        return word;
    }

    /** A probe written by hand. */
    public static void count(int n, String word) {
        hits++;
    }

    /** {@return how often {@link #count} was called; also by probes of a peer} */
    public static long hits() {
        return hits;
    }

    /** Nothing to do, and inlined. */
    public static void empty(int n, String word) {}

    /** Nothing to do, and never inlined: the driver sees to that. */
    public static void emptyCall(int n, String word) {}
}
