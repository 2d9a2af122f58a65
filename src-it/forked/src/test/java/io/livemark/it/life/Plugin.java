/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

/** Loaded by several class loaders. */
public final class Plugin implements Runnable {

    private final String name;

    public Plugin(String name) {
        this.name = name;
    }

    @Override
    public void run() {
        mark("plugin.run name={}", name);
    }
}
