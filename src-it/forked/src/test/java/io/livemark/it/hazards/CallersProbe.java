/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import io.livemark.Probe;
import io.livemark.Site;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Says the method that was hit, whether its site is an object that was there before, and the value. */
public final class CallersProbe {

    private final Set<Site> known = Collections.newSetFromMap(new IdentityHashMap<>());

    @Probe("caller.seen")
    void seen(Site site, Object value) {
        System.out.println(site.method() + (known.add(site) ? " new " : " known ") + value);
    }
}
