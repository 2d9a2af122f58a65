/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Pause;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Finds the markers of a look in one JVM. */
final class Finder {

    private static final int WAIT_MILLIS = 250;

    private final Agent agent;
    private final List<String> patterns;

    /**
     * What there is.
     *
     * @param markers of each name one for each number of fields
     * @param changes {@link Reply.Markers#changes} of before
     */
    record Found(List<LookMarker> markers, long changes) {

        private static final Found NOTHING = new Found(List.of(), 0);
    }

    Finder(Agent agent, List<String> patterns) {
        this.agent = agent;
        this.patterns = patterns;
    }

    /**
     * Finds one marker at least for each pattern.
     *
     * @param isWaiting whether to wait for that
     * @param isStopped whether the user does not want it any more; nothing is found then
     */
    Found await(boolean isWaiting, BooleanSupplier isStopped) throws Problem {
        List<Reply.Markers> all = new ArrayList<>();
        for (String pattern : patterns) {
            Reply.Markers there = ask(pattern);
            while (there.markers().stream().noneMatch(Finder::isThere)) {
                if (isStopped.getAsBoolean()) {
                    return Found.NOTHING;
                } else if (!isWaiting) {
                    throw missing(pattern, there);
                }
                Pause.millis(WAIT_MILLIS);
                there = ask(pattern);
            }
            all.add(there);
        }
        return isStopped.getAsBoolean() ? Found.NOTHING : found(all);
    }

    /** What there is now. */
    Found now() throws Problem {
        List<Reply.Markers> all = new ArrayList<>();
        for (String pattern : patterns) {
            all.add(ask(pattern));
        }
        return found(all);
    }

    private static Found found(List<Reply.Markers> replies) {
        List<LookMarker> all = new ArrayList<>();
        long changes = Long.MAX_VALUE;
        for (Reply.Markers there : replies) {
            changes = Math.min(changes, there.changes());
            for (Marker marker : there.markers()) {
                if (isThere(marker)) {
                    LookMarker.of(marker).stream()
                            .filter(one -> !all.contains(one))
                            .forEach(all::add);
                }
            }
        }
        return new Found(all, changes);
    }

    private Reply.Markers ask(String pattern) throws Problem {
        return (Reply.Markers) agent.ask(new Request.ListMarkers(pattern));
    }

    private static boolean isThere(Marker marker) {
        return marker.state() != Marker.State.MALFORMED && !marker.sites().isEmpty();
    }

    private Problem missing(String pattern, Reply.Markers there) throws Problem {
        String malformed = there.markers().stream()
                .filter(marker -> marker.state() == Marker.State.MALFORMED)
                .map(marker -> marker.marker() + ": " + marker.reason())
                .reduce("", (before, last) -> last);
        if (!malformed.isEmpty()) {
            return new Problem(
                    "nothing that matches " + pattern + " can be looked at; " + malformed,
                    "the mark in the source is to be put right");
        }
        List<String> names = new ArrayList<>();
        ask("*").markers().forEach(marker -> names.add(marker.marker()));
        List<String> near = Nearest.to(pattern, names);
        return new NoSuchMarker(
                "no marker in JVM " + agent.jvm() + " matches " + pattern
                        + (near.isEmpty() ? "" : "; there is " + String.join(", ", near)),
                (names.isEmpty()
                                ? "it has none at all yet"
                                : "livemark list " + agent.jvm().pid() + "   shows all") + "; --wait waits for it");
    }
}
