/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows what a probe sends, until it ends or the user has seen enough.
 *
 * <p>Two threads may come to its end at once: this one, when the agent sends the receipt, and the one that the JVM runs on
 * Ctrl-C. Whoever comes first prints; the other keeps silent.
 */
final class Following {

    private final Agent agent;
    private final Connection connection;
    private final String probe;
    private final PrintWriter out;
    private final PrintWriter err;
    private final AtomicBoolean ended = new AtomicBoolean();

    Following(Agent agent, Connection connection, String probe, PrintWriter out, PrintWriter err) {
        this.agent = agent;
        this.connection = connection;
        this.probe = probe;
        this.out = out;
        this.err = err;
    }

    /** From here on, Ctrl-C takes the probe out and shows the receipt. To be called before the user is told that it is in. */
    void heedInterrupt() {
        Thread onInterrupt = new Thread("livemark unload") {
            @Override
            public void run() {
                endOnInterrupt();
            }
        };
        try {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // It has come already.
            endOnInterrupt();
        }
    }

    ExitCode toTheEnd() throws Problem {
        try {
            return receive();
        } finally {
            // The JVM runs the thread for Ctrl-C at every end, this one too; then it has nothing left to do.
            ended.set(true);
        }
    }

    /** Ctrl-C: takes the probe out over another connection, since this one is being read, and says what was seen. */
    void endOnInterrupt() {
        if (ended.compareAndSet(false, true)) {
            try {
                unload();
            } catch (Problem e) {
                Complaints.say(e, err);
            }
        }
    }

    private ExitCode receive() throws Problem {
        while (true) {
            Reply reply = connection.next();
            if (reply instanceof Reply.Event event) {
                show(event);
                // Flushed once nothing more is there to print: a line at a time when it is quiet, fast when it is not.
                if (connection.quiet() && out.checkError()) {
                    return nobodyReads();
                }
            } else if (reply instanceof Reply.Unloaded unloaded) {
                return end(unloaded.receipts());
            }
        }
    }

    private void show(Reply.Event event) {
        if (event.dropped() > 0) {
            err.println("… " + Count.of(event.dropped(), "event") + " dropped");
        }
        if (event.kind() == Reply.Event.Kind.EMIT) {
            out.print(event.text() + "\n");
        } else if (event.kind() == Reply.Event.Kind.LOG) {
            out.print("log: " + event.text() + "\n");
        } else if (event.kind() == Reply.Event.Kind.MISFIT) {
            err.println("left out: " + event.text());
        }
    }

    private ExitCode end(List<Receipt> receipts) {
        boolean faulty = false;
        for (Receipt receipt : receipts) {
            faulty |= receipt.cause() == Receipt.Cause.FAULTY || receipt.cause() == Receipt.Cause.TOO_COSTLY;
        }
        if (ended.compareAndSet(false, true)) {
            ReceiptText.print(receipts, out);
        }
        return faulty ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** {@code livemark load … --follow | head}: the reader has gone, and there is nobody to show a receipt to. */
    private ExitCode nobodyReads() throws Problem {
        if (ended.compareAndSet(false, true)) {
            unload();
        }
        return ExitCode.DONE;
    }

    private void unload() throws Problem {
        if (agent.askWhereThere(new Request.Unload(List.of(probe))) instanceof Reply.Unloaded unloaded) {
            ReceiptText.print(unloaded.receipts(), out);
        }
    }
}
