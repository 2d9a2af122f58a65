/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;
import io.livemark.ProbeContext;

/** Takes a lock of the application, in its constructor, its handler or its close method, as it is told. */
final class LockProbe implements AutoCloseable {

    private final String where;

    LockProbe(ProbeContext context) {
        this.where = context.arguments().get("where");
        takeLock("constructor");
    }

    @Probe("lock.turn")
    void turn(int n) {
        takeLock("handler");
    }

    @Override
    public void close() {
        takeLock("close");
    }

    private void takeLock(String here) {
        if (here.equals(where)) {
            LocksTarget.take();
        }
    }
}
