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
        weaver.install(!attached, probes::defined);
        Runnable end = () -> {
            AgentLog.close(log);
            onGone.run();
        };
        if (attached) {
            open(new Identity(version(), true), weaver, probes, end, log);
        } else {
            // The application need not wait for sockets, nor for the classes that weaving takes when there is no mark.
            Thread opening = new Thread(null, () -> openOrTell(weaver, probes, end, log), "livemark-start", 0, false);
            opening.setDaemon(true);
            opening.setContextClassLoader(Assembly.class.getClassLoader());
            opening.start();
        }
    }

    private static void openOrTell(Weaver weaver, Probes probes, Runnable end, Logger log) {
        try {
            open(new Identity(version(), false), weaver, probes, end, log);
        } catch (Throwable e) {
            System.err.println("livemark: the agent did not start: " + e);
            end.run();
        }
    }

    private static void open(Identity identity, Weaver weaver, Probes probes, Runnable end, Logger log)
            throws IOException {
        try (InputStream sample = Assembly.class.getResourceAsStream("Sample.class")) {
            Weaver.tryOut(sample.readAllBytes());
            Control.open(identity, weaver, probes, end, log);
        } catch (IOException | RuntimeException e) {
            LivemarkBridge.listener(null);
            weaver.uninstall(new ArrayList<>());
            throw e;
        }
        log.info("livemark {} is there, {}", identity.version(), identity.attached() ? "attached" : "from the start");
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Assembly.class.getResourceAsStream(HOME + "version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
