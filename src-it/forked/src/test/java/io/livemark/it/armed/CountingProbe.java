/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;

/** Tells the application of every hit. */
final class CountingProbe implements AutoCloseable {

    @Probe("armed.*")
    void turn(Object n) {
        Delivered.one();
    }

    @Override
    public void close() {
        Delivered.nothing();
    }
}
