/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Where the JVM enters the agent. With {@link Failure}, all of the agent that the application's system loader defines; the rest is
 * defined by a private loader that reads the same jar, and whose module alone gets access to {@code java.lang}.
 */
public final class Launcher {

    private static final String AGENT = "io.livemark.agent.Agent";

    private static URLClassLoader running;

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
        URL jar = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
        // The parent is the platform loader: the private loader must not find the classes that the system loader could.
        URLClassLoader loader = new URLClassLoader("livemark", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        running = loader;
        try {
            Class.forName(AGENT, true, loader)
                    .getMethod("start", String.class, Instrumentation.class, boolean.class, Runnable.class)
                    .invoke(null, options, instrumentation, attached, (Runnable) () -> gone(loader));
        } catch (Throwable e) {
            gone(loader);
            throw e;
        }
    }

    private static synchronized void gone(URLClassLoader loader) {
        running = null;
        try {
            loader.close();
        } catch (IOException e) {
            // The jar stays open until the loader is collected; nothing else depends on it.
        }
    }
}
