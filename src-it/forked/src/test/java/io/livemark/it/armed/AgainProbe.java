/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;
import io.livemark.ProbeContext;

/** Comes to a mark from inside its handler, its constructor or its close method, as it is told. */
final class AgainProbe implements AutoCloseable {

    private final Way way;
    private final boolean closing;

    AgainProbe(ProbeContext context) throws Throwable {
        String where = context.arguments().get("where");
        this.way = Way.valueOf(context.arguments().get("way"));
        this.closing = where.equals("close");
        if (where.equals("constructor")) {
            way.go();
        }
    }

    @Probe("again.outer")
    void outer(int n) throws Throwable {
        AgainTarget.entered();
        way.go();
    }

    @Override
    public void close() {
        if (closing) {
            try {
                way.go();
            } catch (Throwable thrown) {
                throw new IllegalStateException(thrown);
            }
        }
    }
}
