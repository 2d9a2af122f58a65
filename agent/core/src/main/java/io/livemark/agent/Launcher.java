/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Where the JVM enters the agent. With {@link Failure}, {@link AgentLoader} and {@link AgentEntry}, all of the agent that the
 * application's system loader defines; the rest is defined by that private loader, whose module alone gets access to
 * {@code java.lang}.
 */
public final class Launcher {

    private static final String AGENT = "io.livemark.agent.Agent";

    private static AgentLoader running;

    private Launcher() {}

    /**
     * Starts the agent with the JVM. A failure is told in one line on stderr, and the application starts without the agent:
     * an exception from here would end the JVM.
     *
     * @param options of the agent; see {@code Options}
     * @param instrumentation of the JVM
     */
    public static void premain(String options, Instrumentation instrumentation) {
        try {
            start(options, instrumentation, false);
        } catch (Throwable e) {
            System.err.println("livemark: the agent did not start: " + Failure.reason(e));
        }
    }

    /**
     * Starts the agent in a JVM that is running. Does nothing where it is there already. A failure is written where the client
     * that attaches looks for it: the JVM would print an exception from here on the application's stderr.
     *
     * @param options of the agent; see {@code Options}
     * @param instrumentation of the JVM
     */
    public static void agentmain(String options, Instrumentation instrumentation) {
        try {
            start(options, instrumentation, true);
        } catch (Throwable e) {
            Failure.tell(e);
        }
    }

    private static synchronized void start(String options, Instrumentation instrumentation, boolean attached)
            throws Exception {
        if (running != null) {
            return;
        }
        ProtectionDomain ours = Launcher.class.getProtectionDomain();
        File jar = new File(ours.getCodeSource().getLocation().toURI());
        AgentLoader loader = new AgentLoader(jar, ours);
        running = loader;
        try {
            AgentEntry agent = (AgentEntry)
                    Class.forName(AGENT, true, loader).getDeclaredConstructor().newInstance();
            agent.start(options, instrumentation, attached, new Gone(loader));
        } catch (Throwable e) {
            gone(loader);
            throw e;
        }
    }

    /** No lambda: the first one of a JVM takes milliseconds, which the application waits for. */
    private record Gone(AgentLoader loader) implements Runnable {

        @Override
        public void run() {
            gone(loader);
        }
    }

    private static synchronized void gone(AgentLoader loader) {
        running = null;
        try {
            loader.close();
        } catch (IOException e) {
            // The jar stays open until the loader is collected; nothing else depends on it.
        }
    }
}
