/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;
import io.livemark.ProbeContext;
import io.livemark.Site;
import java.util.concurrent.TimeUnit;

/**
 * 02. Shows every query that took longer than some milliseconds, and where in the source it was sent. One marker, two
 * sites: the {@code Site} says which.
 *
 * <pre>
 * $ attach-cli/bin/livemark load shop examples/probes/02-slow-queries/SlowQueries.java --arg millis=5 --follow
 * 17 ms SELECT text FROM review WHERE LOWER(text) LIKE ? ... io.livemark.examples.shop.Database.query:48
 * </pre>
 *
 * Expect the search that looks anywhere in the reviews, a few times a second under load, and hardly anything else.
 */
public final class SlowQueries {

    private final ProbeContext context;
    private final long thresholdNanos;

    public SlowQueries(ProbeContext context) {
        this.context = context;
        long millis = Long.parseLong(context.arguments().getOrDefault("millis", "5"));
        this.thresholdNanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Probe("db.query")
    void queried(Site site, String sql, long nanos) {
        if (nanos >= thresholdNanos) {
            context.emit(TimeUnit.NANOSECONDS.toMillis(nanos) + " ms", sql, site.toString());
        }
    }
}
