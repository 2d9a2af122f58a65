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

/** Puts the rooms together: weaver, probes, socket. To be touched only once the bridge is there, to which they link. */
final class Assembly {

    private static final String HOME = "/META-INF/livemark/";

    private Assembly() {}

    static void start(Options options, Instrumentation instrumentation, boolean attached, Runnable onGone)
            throws IOException {
        Logger log = AgentLog.open(options.logFile());
        Weaver weaver = new Weaver(instrumentation, log);
        Probes probes = new Probes(weaver, log);
        LivemarkBridge.listener(probes);
        try (InputStream sample = Assembly.class.getResourceAsStream("Sample.class")) {
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
        try (InputStream in = Assembly.class.getResourceAsStream(HOME + "version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
