/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

/** Calls what {@link Evaluated} calls for an argument, and drops the result. */
final class Called implements Variant {

    private static final String WORD = new String("word");

    @Override
    public int light(int calls) {
        int x = calls;
        for (int i = 0; i < calls; i++) {
            x = light(x, WORD);
        }
        return x;
    }

    @Override
    public int heavy(int calls) {
        int x = calls;
        for (int i = 0; i < calls; i++) {
            x = heavy(x, WORD);
        }
        return x;
    }

    private static int light(int n, String word) {
        int x = n * 31 + word.length();
        x = (x ^ 0x5bd1) * 37;
        Calls.of(word);
        return (x ^ 0x5bd1) * 41;
    }

    private static int heavy(int n, String word) {
        int x = n * 31 + word.length();
        x = (x ^ 0x5bd1) * 37;
        x = (x ^ 0x5bd1) * 41;
        x = (x ^ 0x5bd1) * 43;
        x = (x ^ 0x5bd1) * 47;
        x = (x ^ 0x5bd1) * 53;
        x = (x ^ 0x5bd1) * 59;
        x = (x ^ 0x5bd1) * 61;
        x = (x ^ 0x5bd1) * 67;
        Calls.of(word);
        return (x ^ 0x5bd1) * 71;
    }
}
