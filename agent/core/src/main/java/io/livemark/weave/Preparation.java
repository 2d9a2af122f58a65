/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.slf4j.Logger;

/**
 * Weaves a sample, which loads what weaving takes, and opens the gate. Run, it does so on a thread of its own: that of the
 * application may have little stack left, and a class whose initialiser runs out of it can never be used again.
 */
final class Preparation implements Runnable {

    private final Gate gate;
    private final byte[] sample;
    private final Catalog catalog;
    private final Logger log;

    Preparation(Gate gate, byte[] sample, Catalog catalog, Logger log) {
        this.gate = gate;
        this.sample = sample;
        this.catalog = catalog;
        this.log = log;
    }

    /** Prepares on this thread. */
    void now() {
        gate.openAfter(new Weaving(sample));
    }

    /** Prepares beside this thread. */
    @Override
    public void run() {
        Thread thread = new Thread(null, new OnItsOwn(), "livemark-weave", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Preparation.class.getClassLoader());
        thread.start();
    }

    private record Weaving(byte[] sample) implements Runnable {

        @Override
        public void run() {
            if (ClassWeaver.weave(sample, null).file() == null) {
                throw new IllegalStateException("the weaver does not find the mark in its own sample");
            }
        }
    }

    private final class OnItsOwn implements Runnable {

        @Override
        public void run() {
            try {
                now();
            } catch (Throwable e) {
                catalog.note("the weaver could not be prepared: " + e);
                log.warn("the weaver could not be prepared", e);
            }
        }
    }
}
