/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Rendezvous;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.time.Duration;

/**
 * The agent in a JVM, be it there already or not.
 *
 * @param jvm the JVM
 * @param patience how long to wait for each answer
 */
public record Agent(Jvm jvm, Duration patience) {

    private static final int STEP_MILLIS = 10;
    private static final int STEPS = 200;

    /**
     * Asks, and puts the agent in first where it is missing.
     *
     * @param request what to ask
     * @return the reply, a refusal apart
     * @throws Problem where the agent refuses, or the JVM cannot be reached
     */
    public Reply ask(Request request) throws Problem {
        try (Connection connection = connect()) {
            return connection.ask(request);
        }
    }

    /**
     * Asks where the agent is there.
     *
     * @param request what to ask
     * @return the reply, a refusal apart; null where there is no agent
     * @throws Problem where the agent refuses, or the JVM cannot be reached
     */
    public Reply askWhereThere(Request request) throws Problem {
        try (Connection connection = open()) {
            return connection == null ? null : connection.ask(request);
        }
    }

    /**
     * Connects, and puts the agent in first where it is missing.
     *
     * @return a connection for one request
     * @throws Problem where the JVM cannot be reached
     */
    public Connection connect() throws Problem {
        Connection connection = open();
        if (connection == null) {
            attach();
            connection = Connection.open(jvm, patience);
            if (connection == null) {
                throw silent();
            }
        }
        return connection;
    }

    /**
     * Puts the agent in.
     *
     * @return what the agent says of itself; nothing else shows that it is there
     * @throws Problem where the JVM cannot be reached
     */
    public Reply.Described attach() throws Problem {
        Attaching.attach(jvm, patience);
        for (int i = 0; i < STEPS; i++) {
            if (askWhereThere(new Request.Describe()) instanceof Reply.Described described) {
                return described;
            }
            Pause.millis(STEP_MILLIS);
        }
        throw silent();
    }

    /** Null where nobody listens, and nobody is about to: an agent that comes with the JVM starts beside the application. */
    private Connection open() throws Unreachable {
        Connection connection = Connection.open(jvm, patience);
        long end = System.nanoTime() + patience.toNanos();
        for (boolean mayCome = true; connection == null && mayCome && System.nanoTime() - end < 0; ) {
            // Asked before the socket is looked for: a thread that is gone then has opened it.
            mayCome = ThreadNames.has(jvm.proc(), Rendezvous.STARTING);
            connection = Connection.open(jvm, patience);
            if (connection == null && mayCome) {
                Pause.millis(STEP_MILLIS);
            }
        }
        return connection;
    }

    private Unreachable silent() {
        return new Unreachable(
                "the agent was loaded into JVM " + jvm + " but does not listen; another client may have detached it",
                "try again; the standard error of that JVM may say more");
    }
}
