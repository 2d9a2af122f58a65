/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

/** A method with a mark, and with work around it that shows whether something happened in between. */
public final class Turns implements Turn {

    /** By an instance: this class may be hidden from names. */
    @Override
    public long guarded(int n) {
        long square = (long) n * n;
        String text = "n" + n;
        mark("armed.guarded n={}", n);
        return square * 31 + text.length();
    }

    @Override
    public long evaluated(int n) {
        long square = (long) n * n;
        String text = "n" + n;
        mark("armed.evaluated n={}", same(n));
        return square * 31 + text.length();
    }

    private static int same(int n) {
        return n;
    }
}
