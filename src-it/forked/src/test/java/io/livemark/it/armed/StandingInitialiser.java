/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

/** Stands in its initialiser. */
public final class StandingInitialiser {

    static {
        mark("place.initialiser n={}", 1);
        Visit.stand();
        mark("place.initialiser n={}", 2);
    }

    private StandingInitialiser() {}
}
