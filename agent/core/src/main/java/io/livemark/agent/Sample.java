/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import io.livemark.Mark;

/** A marked class for the weaver to try itself on. Never initialised, never run. */
final class Sample {

    private Sample() {}

    static void marked(String id, double total) {
        Mark.mark("livemark.sample id={} total={}", id, total);
    }
}
