/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;

/** Causes hits from inside a handler. */
public final class NestedProbe {

    @Probe("life.outer")
    void outer(Object value) {
        System.out.println("hit outer " + value);
    }

    @Probe("life.inner")
    void inner() {
        System.out.println("hit inner");
    }
}
