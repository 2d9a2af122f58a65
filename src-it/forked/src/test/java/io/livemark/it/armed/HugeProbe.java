/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;

/** Throws what has a text longer than any message. */
final class HugeProbe {

    @Probe("armed.guarded")
    void turn(int n) {
        throw new IllegalStateException("huge".repeat(5_000_000));
    }
}
