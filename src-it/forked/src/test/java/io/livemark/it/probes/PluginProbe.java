/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;

/** For {@code Plugin}, of whatever class loader. */
public final class PluginProbe {

    @Probe("plugin.run")
    void run(String name) {
        System.out.println("hit plugin " + name);
    }
}
