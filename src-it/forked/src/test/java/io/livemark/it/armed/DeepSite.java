/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

/** One site. */
public final class DeepSite implements Runnable {

    @Override
    public void run() {
        mark("armed.deep n={}", 42L);
    }
}
