/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import io.livemark.Probe;

/** Lets each thread that comes to the mark wait for the others. */
public final class ThreadsGoProbe {

    @Probe("going.inside")
    void hit(int n) throws InterruptedException {
        ThreadsGoTarget.hit();
    }
}
