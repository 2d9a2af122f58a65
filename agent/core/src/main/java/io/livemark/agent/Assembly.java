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
import java.io.UncheckedIOException;
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
        boolean others = LivemarkBridge.agentsOnTheCommandLine() > (attached ? 0 : 1);
        if (others) {
            OwnClasses.load();
        }
        boolean prepared = attached || others;
        if (prepared) {
            weaver.prepare(sample());
        }
        LivemarkBridge.listener(probes);
        weaver.install(!attached, probes::changed);
        Runnable end = () -> {
            AgentLog.close(log);
            onGone.run();
        };
        Identity identity = new Identity(version(), attached);
        Control control;
        try {
            control = Control.open(identity, weaver, probes, end, log);
        } catch (IOException | RuntimeException e) {
            takeBack(weaver, end);
            throw e;
        }
        Runnable rest = () -> {
            if (!prepared) {
                weaver.prepare(sample());
            }
            control.serve();
            log.info("livemark {} is there, {}", identity.version(), attached ? "attached" : "from the start");
        };
        if (attached) {
            try {
                rest.run();
            } catch (RuntimeException | Error e) {
                control.close();
                takeBack(weaver, end);
                throw e;
            }
        } else {
            // The application need not wait for the classes that weaving takes, nor for threads.
            Thread starting =
                    new Thread(null, () -> restOrTell(rest, control, weaver, end), "livemark-start", 0, false);
            starting.setDaemon(true);
            starting.setContextClassLoader(Assembly.class.getClassLoader());
            starting.start();
        }
    }

    private static void restOrTell(Runnable rest, Control control, Weaver weaver, Runnable end) {
        try {
            rest.run();
        } catch (Throwable e) {
            System.err.println("livemark: the agent did not start: " + e);
            control.close();
            takeBack(weaver, end);
        }
    }

    private static void takeBack(Weaver weaver, Runnable end) {
        LivemarkBridge.listener(null);
        weaver.uninstall(new ArrayList<>());
        end.run();
    }

    private static byte[] sample() {
        try (InputStream sample = Assembly.class.getResourceAsStream("Sample.class")) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Assembly.class.getResourceAsStream(HOME + "version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
