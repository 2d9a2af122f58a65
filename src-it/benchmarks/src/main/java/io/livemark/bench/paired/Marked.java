/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import static io.livemark.Mark.mark;

/** A mark whose arguments have no side effects. Woven or not, idle or armed: as the JVM was started, and as it is told. */
final class Marked implements Variant {

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
        mark("bench.light n={} word={}", n, word);
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
        mark("bench.heavy n={} word={}", n, word);
        return (x ^ 0x5bd1) * 71;
    }
}
