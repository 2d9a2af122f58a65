/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;

/** On the mark to which {@link AgainProbe} comes. */
final class InnerProbe {

    @Probe("again.inner")
    void inner(int n) {
        AgainTarget.delivered();
    }
}
