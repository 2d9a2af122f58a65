/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.util.List;

/**
 * What is known of a loaded probe.
 *
 * @param name its name
 * @param className the class of its handlers
 * @param patterns what its handlers ask for
 * @param state what is the matter with it
 * @param deliveries how often its handlers were called
 * @param exceptions how many of these calls threw
 * @param firstException the first of these exceptions with its stack; empty where there is none
 * @param suppressed how many hits of its markers came from inside a handler and were not delivered
 * @param misfits sites that linked after the load and do not fit a handler: class, method, line, and what does not fit
 * @param holders the threads that were seen inside its handlers; looked for only while it is draining
 * @param spentNanos time that passed in its handlers, on all threads together, as estimated from some of their calls
 */
public record LoadedProbe(
        String name,
        String className,
        List<String> patterns,
        State state,
        long deliveries,
        long exceptions,
        String firstException,
        long suppressed,
        List<String> misfits,
        List<Holder> holders,
        long spentNanos) {

    /** What is the matter with a probe. */
    public enum State {
        /** It is called. */
        LOADED,
        /** It is out, but one of its handlers was still running when last looked at; it is not closed before. */
        DRAINING
    }
}
