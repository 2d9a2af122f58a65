/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.util.List;
import java.util.Map;

/** What a client may ask of the agent. */
public sealed interface Request
        permits Request.Describe, Request.ListMarkers, Request.Load, Request.Unload, Request.Detach {

    /** Who are you? Answered by {@link Reply.Described}. */
    record Describe() implements Request {}

    /**
     * Which markers are there? Answered by {@link Reply.Markers}. The first one after a late attach reads the class files
     * of all loaded classes.
     *
     * @param pattern the name of a marker, or a pattern with {@code *}
     */
    record ListMarkers(String pattern) implements Request {}

    /**
     * Load a probe. Answered by {@link Reply.Loaded}.
     *
     * @param name the name of the probe; empty for the simple name of its class
     * @param files class files and resources by their path in a jar, {@code com/acme/SlowOrders.class}
     * @param arguments what {@code ProbeContext.arguments} gives
     * @param lifeMillis after how many milliseconds the probe is unloaded by the agent; 0 for never
     * @param follow whether this connection receives the events of the probe; the probe is then leased to it, and
     *     unloaded once the connection is gone
     * @param limits what it may do before it is taken out
     * @param look what a look of one line wants besides
     */
    record Load(
            String name,
            Map<String, byte[]> files,
            Map<String, String> arguments,
            long lifeMillis,
            boolean follow,
            Limits limits,
            Look look)
            implements Request {

        /**
         * A load that is refused where one site does not fit.
         *
         * @param name the name of the probe; empty for the simple name of its class
         * @param files class files and resources by their path
         * @param arguments what {@code ProbeContext.arguments} gives
         * @param lifeMillis after how many milliseconds the probe is unloaded by the agent; 0 for never
         * @param follow whether this connection receives the events of the probe
         * @param limits what it may do before it is taken out
         */
        public Load(
                String name,
                Map<String, byte[]> files,
                Map<String, String> arguments,
                long lifeMillis,
                boolean follow,
                Limits limits) {
            this(name, files, arguments, lifeMillis, follow, limits, Look.NONE);
        }

        /**
         * What a look of one line wants, whose probe was made from a list of markers that may be longer by now.
         *
         * @param isLenient whether sites that do not fit are left out, and told by events; else they refuse the load. A site with
         *     another number of fields than a handler takes is then none of its business
         * @param watched patterns of markers; an event tells when there is one, or a number of fields at one, that was not there before
         * @param since {@link Reply.Markers#changes} of the list
         */
        public record Look(boolean isLenient, List<String> watched, long since) {

            /** For a probe of the user's. */
            public static final Look NONE = new Look(false, List.of(), 0);
        }
    }

    /**
     * Unload probes. Answered by {@link Reply.Unloaded} once what is waited for was seen of all of them, or the time is over; refused as
     * a whole where one name is unknown. A probe that is draining already is waited for like the others.
     *
     * @param names names of probes; empty for all
     * @param until what to wait for
     * @param patienceMillis for how long at most
     * @param collect whether the collector may be forced, so that {@link Until#COLLECTED} comes soon
     */
    record Unload(List<String> names, Until until, long patienceMillis, boolean collect) implements Request {

        /** How long an unload waits where nobody says otherwise: 2 s. */
        public static final long DEFAULT_PATIENCE_MILLIS = 2_000;

        /** What an unload waits for. */
        public enum Until {
            /** No new hit reaches the probe. */
            DISARMED,
            /** No thread is inside a handler any more, and {@code close} has returned. */
            DRAINED,
            /** The collector has taken the classes of the probe. */
            COLLECTED
        }

        /**
         * An unload that waits until the probes are drained, for {@link #DEFAULT_PATIENCE_MILLIS}.
         *
         * @param names names of probes; empty for all
         */
        public Unload(List<String> names) {
            this(names, Until.DRAINED, DEFAULT_PATIENCE_MILLIS, false);
        }
    }

    /** Unload all probes, put back the original bytes, and go. Answered by {@link Reply.Detached}. */
    record Detach() implements Request {}
}
