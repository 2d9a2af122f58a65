/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.lang.instrument.Instrumentation;

/** The agent in its private loader. Installs the bridge before any class is verified that links to it. */
public final class Agent {

    private Agent() {}

    /**
     * Starts the agent: bridge, weaver, probes, socket. Called once for each private loader.
     *
     * @param options as given on the command line, or by the client; may be null
     * @param instrumentation of the JVM
     * @param attached whether the JVM was running already
     * @param onGone is called when the agent has gone
     * @throws Exception where something is missing; then nothing of the agent is left
     */
    public static void start(String options, Instrumentation instrumentation, boolean attached, Runnable onGone)
            throws Exception {
        Options parsed = Options.parse(options);
        BridgeInstaller.install(instrumentation);
        Assembly.start(parsed, instrumentation, attached, onGone);
    }
}
