/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.Probe;

/** Takes some fields of the programs as what they are, not as objects. */
public final class ShopProbe {

    @Probe("order.placed")
    void placed(String id, double total) {
        System.out.println("typed " + id + " " + total);
    }

    @Probe("value.integers")
    void integers(byte b, short s, int i, long l) {
        System.out.println("typed " + b + " " + s + " " + i + " " + l);
    }

    @Probe("value.others")
    void others(float f, double d, char c, boolean z) {
        System.out.println("typed " + f + " " + d + " " + c + " " + z);
    }

    @Probe("java3.integers")
    void newlyBoxed(byte b, short s, int i, long l) {
        integers(b, s, i, l);
    }

    @Probe("java17.boxed.integers")
    void boxed(byte b, short s, int i, long l) {
        integers(b, s, i, l);
    }
}
