/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.util.List;

/** What the agent may answer. */
public sealed interface Reply
        permits Reply.Refused,
                Reply.Described,
                Reply.Markers,
                Reply.Loaded,
                Reply.Event,
                Reply.Data,
                Reply.Unloaded,
                Reply.Detached {

    /**
     * Nothing was changed.
     *
     * @param reason what is wrong and where, one sentence or several lines
     * @param hint the remedy, in one line; empty where there is none
     */
    record Refused(String reason, String hint) implements Reply {}

    /**
     * Who the agent is.
     *
     * @param version the version of Livemark
     * @param attached whether the agent came by attach; false where it was there from the start
     * @param javaFeature the feature release of the JVM, 17 for instance; no newer class file can be loaded
     * @param classPath the class path of the application and where its modules come from, for compiling probes; as the target
     *     sees it
     */
    record Described(String version, boolean attached, int javaFeature, String classPath) implements Reply {}

    /**
     * The markers, and the probes that are on any of them.
     *
     * @param markers in the order of their names
     * @param probes in the order of loading
     * @param notes what the reader should know beside: classes that could not be read, for instance
     * @param changes how often what is known had changed before
     */
    record Markers(List<Marker> markers, List<LoadedProbe> probes, List<String> notes, long changes) implements Reply {}

    /**
     * A probe is loaded, and armed on every site that was found.
     *
     * @param name its name
     * @param markers how many markers it is on
     * @param sites how many sites of these
     * @param waiting its patterns that match no marker yet
     * @param retransformed how many classes were retransformed for it
     * @param nanos how long the load took inside the JVM
     */
    record Loaded(String name, int markers, int sites, List<String> waiting, int retransformed, long nanos)
            implements Reply {}

    /**
     * Something from the probe that this connection follows.
     *
     * @param kind what it is
     * @param epochMillis when it was sent
     * @param text the line
     * @param dropped how many events were dropped before this one, since the buffer was full
     */
    record Event(Kind kind, long epochMillis, String text, long dropped) implements Reply {

        /** What an event is. */
        public enum Kind {
            /** From {@code ProbeContext.emit}. */
            EMIT,
            /** From {@code ProbeContext.log}. */
            LOG,
            /** A site that the probe does not fit, and why; it is left out. */
            MISFIT,
            /** Nothing but that there are markers of the look, or sites with another number of fields, that were not there before. */
            MARKERS,
            /** Nothing; it tells the agent whether the client is still there, and the client how many were dropped. */
            ALIVE
        }
    }

    /**
     * Bytes from a {@code Source} of the probe that this connection follows. What they mean is between the probe and its client.
     *
     * @param source which one, counted from 0 in the order in which the probe named them
     * @param bytes what it gave, in one piece
     */
    record Data(int source, byte[] bytes) implements Reply {}

    /**
     * Probes are out.
     *
     * @param receipts one a probe, in the order of loading
     */
    record Unloaded(List<Receipt> receipts) implements Reply {}

    /**
     * The agent has gone.
     *
     * @param receipts one a probe that was unloaded
     * @param restored how many classes have got their original bytes back
     * @param left what was left as it is, and why; one line each
     */
    record Detached(List<Receipt> receipts, int restored, List<String> left) implements Reply {}
}
