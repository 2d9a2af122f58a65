/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

import io.livemark.Probe;
import io.livemark.Site;
import java.util.function.BiConsumer;

/** Takes whatever any marker passes, and hands it on. */
public final class ReceivingProbe {

    private final BiConsumer<String, Object[]> received;

    @SuppressWarnings("unchecked") // What the target has put there.
    public ReceivingProbe() {
        received = (BiConsumer<String, Object[]>) System.getProperties().get("livemark.behaviour.received");
    }

    @Probe("*")
    void any(Site site, Object[] fields) {
        received.accept(site.marker(), fields);
    }
}
