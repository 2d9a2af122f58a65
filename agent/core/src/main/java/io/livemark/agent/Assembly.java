/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import io.livemark.control.Control;
import io.livemark.control.Identity;
import io.livemark.flight.Flight;
import io.livemark.probe.Probes;
import io.livemark.weave.Door;
import io.livemark.weave.MarkedClass;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.Logger;

/** Puts the rooms together: weaver, probes, socket. To be touched only once the bridge is there, to which they link. */
final class Assembly {

    private static final String HOME = "/META-INF/livemark/";

    private final Logger log;
    private final Weaver weaver;
    private final Probes probes;
    private final Flight flight;
    private final Door door;
    private final boolean attached;
    private final Runnable onGone;
    private Control control;

    Assembly(Options options, Instrumentation instrumentation, Door door, boolean attached, Runnable onGone)
            throws IOException {
        this.log = AgentLog.open(options.logFile());
        this.weaver = new Weaver(instrumentation, door, log);
        this.probes = new Probes(weaver, log);
        this.flight = new Flight(probes, weaver, instrumentation, log);
        this.door = door;
        this.attached = attached;
        this.onGone = onGone;
    }

    /** Begins to weave. Those that wait at the door are let in; where nobody does, what weaving takes is loaded when one comes. */
    void weave() {
        boolean awaited = door.isOpen();
        if (!awaited) {
            weaver.prepare(sample());
        }
        LivemarkBridge.listener(probes.listener());
        weaver.install(!attached, new Changes());
        if (awaited) {
            weaver.prepareOnDemand(sample());
        }
    }

    /** Begins to serve clients. */
    void serve() throws IOException {
        Identity identity = new Identity(version(), attached);
        control = Control.open(identity, weaver, probes, flight, new End(), log);
        control.serve();
        flight.start();
        log.info("livemark {} is there, {}", identity.version(), attached ? "attached" : "from the start");
    }

    void takeBack() {
        if (control != null) {
            control.close();
        }
        LivemarkBridge.listener(null);
        weaver.uninstall(new ArrayList<>());
        new End().run();
    }

    // No lambdas: to link one takes the JVM longer, and more memory, than to load a class.

    private final class Changes implements Consumer<MarkedClass> {

        @Override
        public void accept(MarkedClass changed) {
            probes.changed(changed);
            flight.changed(changed);
        }
    }

    private final class End implements Runnable {

        @Override
        public void run() {
            AgentLog.close(log);
            onGone.run();
        }
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
