/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import static io.livemark.Mark.mark;

/** A mark with an argument that calls a method: it is called whether a probe is there or not. */
final class Evaluated implements Variant {

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
        x = x * 37 + 1;
        mark("bench.evaluated.light n={} word={}", n, Calls.of(word));
        return x * 41 + 1;
    }

    private static int heavy(int n, String word) {
        int x = n * 31 + word.length();
        x = x * 37 + 1;
        x = x * 41 + 1;
        x = x * 43 + 1;
        x = x * 47 + 1;
        x = x * 53 + 1;
        x = x * 59 + 1;
        x = x * 61 + 1;
        x = x * 67 + 1;
        mark("bench.evaluated.heavy n={} word={}", n, Calls.of(word));
        return x * 71 + 1;
    }
}
