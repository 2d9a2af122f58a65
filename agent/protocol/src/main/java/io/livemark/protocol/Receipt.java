/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

/**
 * What was seen of the end of a probe. Nothing is claimed that was not seen.
 *
 * @param name the probe
 * @param cause why it went
 * @param disarmedNanos how long it took until no new hit reached it
 * @param deliveries how often its handlers were called
 * @param exceptions how many of these calls threw
 * @param closing what became of its {@code close} method, or of a handler that is still running
 */
public record Receipt(String name, Cause cause, long disarmedNanos, long deliveries, long exceptions, Closing closing) {

    /** Why a probe went. */
    public enum Cause {
        /** A client asked for it. */
        UNLOADED,
        /** Its time was over ({@code --for}). */
        EXPIRED,
        /** The client that followed it has gone. */
        CLIENT_GONE,
        /** It threw too often. */
        FAULTY
    }

    /** What became of the {@code close} method. */
    public enum Closing {
        /** There is none. */
        NONE,
        /** It was called and returned. */
        CLOSED,
        /** It was called and threw. */
        THREW,
        /** It was not called yet, since a handler is still running; it will be when that has returned. */
        PENDING
    }
}
