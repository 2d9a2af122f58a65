/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import io.livemark.control.Control;
import io.livemark.control.Identity;
import io.livemark.probe.Probes;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Properties;
import org.slf4j.Logger;

/** Puts the agent together. */
public final class Agent {

    private static final String HOME = "/META-INF/livemark/";

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
        Logger log = AgentLog.open(Options.parse(options).logFile());
        BridgeInstaller.install(instrumentation);
        Weaver weaver = new Weaver(instrumentation, log);
        Probes probes = new Probes(weaver, log);
        LivemarkBridge.listener(probes);
        try (InputStream sample = Agent.class.getResourceAsStream("Sample.class")) {
            weaver.install(sample.readAllBytes(), !attached, probes::defined);
        }
        Runnable end = () -> {
            AgentLog.close(log);
            onGone.run();
        };
        try {
            Control.open(new Identity(version(), attached), weaver, probes, end, log);
        } catch (IOException e) {
            LivemarkBridge.listener(null);
            weaver.uninstall(new ArrayList<>());
            throw e;
        }
        log.info("livemark {} is there, {}", version(), attached ? "attached" : "from the start");
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Agent.class.getResourceAsStream(HOME + "version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
