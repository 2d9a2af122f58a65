/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import io.livemark.protocol.Rendezvous;
import io.livemark.weave.Door;
import java.lang.instrument.Instrumentation;

/**
 * The agent in its private loader. Installs the bridge before any class is verified that links to it.
 *
 * <p>With the JVM, most of it starts on a thread beside the application's: what comes before {@code main} is only what the first
 * class of the application must find.
 */
public final class Agent implements AgentEntry, Runnable {

    private final Door door = new Door();
    private Options options;
    private Instrumentation instrumentation;
    private boolean attached;
    private Runnable onGone;
    private BridgeInstaller bridge;
    private Assembly assembly;

    /** Made by the launcher, by name. */
    public Agent() {}

    @Override
    public void start(String given, Instrumentation jvm, boolean late, Runnable gone) throws Exception {
        options = Options.parse(given);
        instrumentation = jvm;
        attached = late;
        onGone = gone;
        try {
            bridge = BridgeInstaller.begin(jvm);
            boolean others = LivemarkJvm.agentsOnTheCommandLine() > (late ? 0 : 1);
            if (others || late) {
                bridge.finish();
                if (others) {
                    OwnClasses.load();
                }
                assemble();
            } else {
                door.open(jvm);
            }
            if (late) {
                assembly.serve();
            } else {
                // A thread that inherits nothing from the application's first.
                Thread starting = new Thread(null, this, Rendezvous.STARTING, 0, false);
                starting.setDaemon(true);
                starting.setContextClassLoader(Agent.class.getClassLoader());
                starting.start();
            }
        } catch (Throwable e) {
            takeBack();
            throw e;
        }
    }

    /** The rest of the start, beside the application's. */
    @Override
    public void run() {
        try {
            if (assembly == null) {
                bridge.finish();
                assemble();
            }
            assembly.serve();
        } catch (Throwable e) {
            if (!isEnding()) {
                System.err.println("livemark: the agent did not start: " + e);
                takeBack();
            }
        }
    }

    /** Whether the JVM is ending, which makes much fail that has only begun. */
    private boolean isEnding() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread(this));
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void assemble() throws Exception {
        assembly = new Assembly(options, instrumentation, door, attached, onGone);
        assembly.weave();
    }

    private void takeBack() {
        if (assembly != null) {
            assembly.takeBack();
        } else {
            door.close(instrumentation);
            onGone.run();
        }
    }
}
