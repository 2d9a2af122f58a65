/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.Site;
import java.util.Arrays;

/** Takes whatever any marker passes. */
public final class AnyProbe {

    @Probe("*")
    void any(Site site, Object[] fields) {
        System.out.println("hit " + site.marker() + " " + Arrays.deepToString(fields));
    }
}
