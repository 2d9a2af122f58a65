/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

/** Sleeps; the threads of a command are never interrupted. */
public final class Pause {

    private Pause() {}

    /**
     * Waits.
     *
     * @param millis for how long
     */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
