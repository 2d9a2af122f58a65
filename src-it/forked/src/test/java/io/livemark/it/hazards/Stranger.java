/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static io.livemark.Mark.armed;
import static io.livemark.Mark.mark;

/** Is loaded in ways that leave no class file to read. */
public final class Stranger implements Runnable {

    private static int hits;

    @Override
    public void run() {
        int n = ++hits;
        mark("stranger.run n={} name={}", n, "strange");
        if (armed("stranger.asked")) {
            mark("stranger.asked");
        }
        mark("stranger.computed" + n);
    }
}
