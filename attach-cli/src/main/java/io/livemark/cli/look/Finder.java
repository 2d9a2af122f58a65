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
import io.livemark.protocol.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

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
     * How long to wait for a marker that is not there yet.
     *
     * @param isWanted whether at all
     * @param most for this long; 0 for ever
     * @param isStopped whether the user does not want it any more
     * @param told hears once for each pattern that it is waited for
     */
    record Wait(boolean isWanted, long most, BooleanSupplier isStopped, Consumer<String> told) {}

    /**
     * Finds one marker at least for each pattern.
     *
     * @param wait for that
     * @return nothing where the wait was stopped
     */
    Found await(Wait wait) throws Problem {
        long start = System.nanoTime();
        List<Reply.Markers> all = new ArrayList<>();
        for (String pattern : patterns) {
            Reply.Markers there = ask(pattern);
            boolean isTold = false;
            while (there.markers().stream().noneMatch(Finder::isThere)) {
                if (wait.isStopped.getAsBoolean()) {
                    return Found.NOTHING;
                } else if (!wait.isWanted) {
                    throw missing(pattern, there);
                }
                long millis = pause(wait, start);
                if (millis <= 0) {
                    throw late(pattern, wait);
                } else if (!isTold) {
                    wait.told.accept("waiting for " + pattern + " in JVM " + agent.jvm());
                    isTold = true;
                }
                Pause.millis((int) millis);
                there = ask(pattern);
            }
            all.add(there);
        }
        return wait.isStopped.getAsBoolean() ? Found.NOTHING : found(all);
    }

    /** How long until the next question; 0 where the time is over. */
    private static long pause(Wait wait, long start) {
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return wait.most == 0 ? WAIT_MILLIS : Math.min(WAIT_MILLIS, wait.most - waited);
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
        List<Marker> all = ask("*").markers();
        List<Marker> malformed = new ArrayList<>(there.markers());
        // It is listed under its whole spec: what its name is, is not sure.
        all.stream().filter(marker -> word(marker).equals(pattern)).forEach(malformed::add);
        for (Marker marker : malformed) {
            if (marker.state() == Marker.State.MALFORMED) {
                return new Problem(
                        "nothing that matches " + pattern + " can be looked at; " + marker.marker() + ": "
                                + marker.reason(),
                        "the mark in the source is to be put right");
            }
        }
        List<String> near =
                Nearest.to(pattern, all.stream().map(Finder::word).distinct().toList());
        return new NoSuchMarker(
                pattern,
                agent.jvm().toString(),
                near.isEmpty() ? "" : "; there is " + String.join(", ", near),
                (all.isEmpty()
                                ? "it has none at all yet"
                                : "livemark list " + agent.jvm().pid() + "   shows all") + "; --wait waits for it");
    }

    private static String word(Marker marker) {
        return marker.marker().split(" ", 2)[0];
    }

    private Problem late(String pattern, Wait wait) {
        return new NoSuchMarker(
                pattern,
                agent.jvm().toString(),
                ", and none came within " + Times.text(TimeUnit.MILLISECONDS.toNanos(wait.most)),
                "a longer --for waits longer");
    }
}
