/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * Loads the agent into a JVM that runs.
 *
 * <p>On a thread of its own, since nothing ends an attach to a JVM that has begun to answer and then stops.
 */
final class Attaching extends Thread {

    private final Jvm jvm;
    private final Path agent;
    private final Duration patience;
    private volatile Throwable failure;

    private Attaching(Jvm jvm, Path agent, Duration patience) {
        super("livemark attach");
        this.jvm = jvm;
        this.agent = agent;
        this.patience = patience;
        setDaemon(true);
    }

    /** Returns once the JVM has run the agent's start; whether the agent is there, only the agent can tell. */
    static void attach(Jvm jvm, Duration patience) throws Problem {
        Attachable.check(jvm);
        // How long the JDK waits for the JVM to take notice of us at all.
        System.setProperty("sun.tools.attach.attachTimeout", Long.toString(patience.toMillis()));
        Attaching attaching = new Attaching(jvm, AgentJar.place(jvm), patience);
        attaching.start();
        try {
            attaching.join(patience.toMillis() + 500);
        } catch (InterruptedException e) {
            throw new Problem("interrupted while attaching to JVM " + jvm, "");
        }
        if (attaching.isAlive()) {
            throw attaching.late();
        } else if (attaching.failure != null) {
            throw attaching.explain(rootOf(attaching.failure));
        }
    }

    @Override
    public void run() {
        try {
            ByteBuddyAgent.attach(new File(agent.toString()), Long.toString(jvm.pid()), "");
        } catch (Throwable e) {
            failure = e;
        }
    }

    private Unreachable explain(Throwable e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AgentInitializationException) {
            return new Unreachable(
                    "the agent was loaded into JVM " + jvm + " but could not start",
                    "the standard error of that JVM says why");
        } else if (message.contains("Dynamic agent loading is not enabled")) {
            return new Unreachable(
                    "JVM " + jvm + " runs with -XX:-EnableDynamicAgentLoading and takes no agent",
                    "start it with -javaagent:livemark-agent.jar, or with -XX:+EnableDynamicAgentLoading");
        } else if (e instanceof AgentLoadException) {
            return new Unreachable(
                    "JVM " + jvm + " could not load the agent: " + message,
                    "it must be able to read " + agent + ", and have the module java.instrument");
        } else if (message.contains("does not support the attach mechanism")) {
            return Attachable.disabled(jvm);
        } else if (e instanceof IllegalStateException || e instanceof LinkageError) {
            return new Unreachable(
                    "the Java that runs livemark cannot attach: " + message,
                    "run livemark with a JDK, which has the module jdk.attach; JAVA_HOME names it");
        }
        if (message.contains("doesn't respond")) {
            return late();
        }
        return new Unreachable(
                "JVM " + jvm + " did not let us attach: " + message, "start it with -javaagent:livemark-agent.jar");
    }

    private Unreachable late() {
        return new Unreachable(
                "JVM " + jvm + " did not take the agent within " + patience.toMillis() + " ms",
                "it may be busy; --timeout 60s   waits longer");
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof AgentLoadException)) {
            root = root.getCause();
        }
        return root;
    }
}
