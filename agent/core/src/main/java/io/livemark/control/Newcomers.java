/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.probe.MarkerPattern;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Wire;
import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells the client that follows a probe of sites that come later: those that the probe does not fit; and, where that is a look, that
 * there are markers of its patterns for which it has no handler, or sites of one that name their fields otherwise. On the thread that
 * serves the client: the application pays nothing.
 */
final class Newcomers {

    /** A JVM that starts defines classes all the time. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Weaver weaver;
    private final List<MarkerPattern> patterns;
    private final Supplier<List<String>> misfits;
    private final Set<String> told = new HashSet<>();
    private final Set<Kind> known = new HashSet<>();
    private boolean isMore;
    private boolean hasLooked;
    private long seen;
    private long looked;

    /** What the sites of one handler have in common that the client has seen. */
    private record Kind(String marker, List<String> fields) {}

    /**
     * @param patterns the markers that the client looks at; none where it follows a probe of its own
     * @param since how often {@link Weaver#changes} had counted when the client saw what there is
     * @param misfits gives the sites that the probe does not fit
     */
    Newcomers(Weaver weaver, List<MarkerPattern> patterns, long since, Supplier<List<String>> misfits) {
        this.weaver = weaver;
        this.patterns = patterns;
        this.misfits = misfits;
        this.seen = weaver.changes();
        if (!patterns.isEmpty()) {
            learn();
            isMore = seen != since;
        }
    }

    /** Writes what there is to be told; returns whether there was anything. */
    boolean write(OutputStream out) throws IOException {
        boolean any = false;
        for (String misfit : misfits.get()) {
            if (told.add(misfit)) {
                Wire.write(event(Reply.Event.Kind.MISFIT, misfit), out);
                any = true;
            }
        }
        if (isMore || look()) {
            isMore = false;
            Wire.write(event(Reply.Event.Kind.MARKERS, ""), out);
            any = true;
        }
        return any;
    }

    private boolean look() {
        long changes = weaver.changes();
        long now = System.nanoTime();
        if (patterns.isEmpty() || changes == seen || hasLooked && now - looked < PAUSE_NANOS) {
            return false;
        }
        hasLooked = true;
        looked = now;
        seen = changes;
        return learn();
    }

    /** Remembers what there is; returns whether something of it was not known. */
    private boolean learn() {
        boolean any = false;
        for (MarkedClass owner : weaver.known()) {
            for (MarkedSite site : owner.sites()) {
                if (site.isReachable() && patterns.stream().anyMatch(pattern -> pattern.matches(site.marker()))) {
                    any |= known.add(new Kind(site.marker(), site.fields()));
                }
            }
        }
        return any;
    }

    private static Reply.Event event(Reply.Event.Kind kind, String text) {
        return new Reply.Event(kind, System.currentTimeMillis(), text, 0);
    }
}
