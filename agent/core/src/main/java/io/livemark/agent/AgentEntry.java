/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.lang.instrument.Instrumentation;

/** What the launcher calls in the private loader; the one class that both loaders see. */
public interface AgentEntry {

    /**
     * Starts the agent: bridge, weaver, probes, socket. Called once for each private loader.
     *
     * <p>With the JVM, this returns before most of that is there: the application waits for nothing but what must come before its
     * first class. A failure after that is told in one line on stderr, and the application goes on without the agent.
     *
     * @param options as given on the command line, or by the client; may be null
     * @param instrumentation of the JVM
     * @param attached whether the JVM was running already
     * @param onGone is called when the agent has gone, or could not start after all
     * @throws Exception where something is missing; then nothing of the agent is left, and {@code onGone} may not be called
     */
    void start(String options, Instrumentation instrumentation, boolean attached, Runnable onGone) throws Exception;
}
