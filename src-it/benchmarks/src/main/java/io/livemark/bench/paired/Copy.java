/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

/** No mark either: what differs between this and {@link Base} is noise. */
final class Copy implements Variant {

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
        return x * 71 + 1;
    }
}
