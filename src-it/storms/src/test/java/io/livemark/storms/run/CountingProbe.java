/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import io.livemark.Site;

/** Keeps a tally. The test gives it another pattern before it is loaded. */
public final class CountingProbe implements AutoCloseable {

    private final Tally tally;

    /**
     * @param context says which markers are to be expected
     */
    public CountingProbe(ProbeContext context) {
        tally = Book.open(
                context.name(),
                Integer.parseInt(context.arguments().get("from")),
                Integer.parseInt(context.arguments().get("to")),
                Long.parseLong(context.arguments().getOrDefault("life", "" + Long.MAX_VALUE)),
                CountingProbe.class);
    }

    @Probe("storm.*")
    void hit(Site site, int number, int thread, long n, long check) {
        tally.hit(site.marker(), number, thread, n, check);
    }

    @Override
    public void close() {
        tally.close();
    }
}
