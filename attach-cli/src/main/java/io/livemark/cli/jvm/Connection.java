/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Wire;
import io.livemark.protocol.WireException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;

/** A connection to the agent in a JVM: one request, and its replies. Used by one thread. */
public final class Connection implements AutoCloseable {

    private final Jvm jvm;
    private final SocketChannel channel;
    private final InputStream in;
    private final Duration patience;

    private Connection(Jvm jvm, SocketChannel channel, Duration patience) {
        this.jvm = jvm;
        this.channel = channel;
        this.in = new BufferedInputStream(Channels.newInputStream(channel));
        this.patience = patience;
    }

    /**
     * Connects to the agent where it is there.
     *
     * @param jvm the JVM
     * @param patience how long to wait for each answer
     * @return a connection; null where nobody listens, be there a socket file or not
     * @throws Unreachable where the socket is not the JVM's own, or does not answer in time
     */
    public static Connection open(Jvm jvm, Duration patience) throws Unreachable {
        if (!Files.exists(jvm.socket()) || !Directory.isThere(jvm)) {
            return null;
        }
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try (Deadline deadline = new Deadline(channel, patience)) {
                try {
                    channel.connect(UnixDomainSocketAddress.of(jvm.socket()));
                } catch (IOException e) {
                    channel.close();
                    if (deadline.passed()) {
                        throw late(jvm, patience);
                    }
                    // The file is what a JVM of the same PID has left behind.
                    return null;
                }
            }
            return new Connection(jvm, channel, patience);
        } catch (IOException e) {
            throw new Unreachable("no socket can be opened: " + e.getMessage(), "");
        }
    }

    /**
     * Sends the request of this connection and waits for the first reply.
     *
     * @param request what to ask
     * @return what the agent answers, a refusal apart
     * @throws Problem where it refuses
     * @throws Unreachable where it does not answer in time
     */
    public Reply ask(Request request) throws Problem {
        try (Deadline deadline = new Deadline(channel, patience)) {
            try {
                Wire.write(request, Channels.newOutputStream(channel));
            } catch (WireException e) {
                throw new Problem("this is too much for one request: " + e.getMessage(), "");
            } catch (IOException e) {
                if (deadline.passed()) {
                    throw late(jvm, patience);
                }
                // Whoever hangs up while we write may have said why.
            }
            return read(deadline);
        }
    }

    /**
     * Waits for the next reply, however long that takes.
     *
     * @return what the agent sends, a refusal apart
     * @throws Problem where it refuses
     * @throws Unreachable where the connection ends
     */
    public Reply next() throws Problem {
        return read(null);
    }

    /**
     * {@return whether {@link #next} would wait, as far as is known}
     */
    public boolean quiet() {
        try {
            return in.available() == 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The agent sees the end of the connection either way.
        }
    }

    private Reply read(Deadline deadline) throws Problem {
        Reply reply;
        try {
            reply = Wire.readReply(in);
        } catch (WireException e) {
            throw new Problem(
                    "the agent in JVM " + jvm + " is of another version: " + e.getMessage(),
                    "use the livemark that the agent came with");
        } catch (IOException e) {
            // The end of the stream; or, where the agent has left with our request unread, a reset.
            throw deadline != null && deadline.passed()
                    ? late(jvm, patience)
                    : new Unreachable(
                            "JVM " + jvm + " ended the connection", "livemark ps   shows whether it still runs");
        }
        if (reply instanceof Reply.Refused refused) {
            throw new Problem(refused.reason(), refused.hint());
        }
        return reply;
    }

    private static Unreachable late(Jvm jvm, Duration patience) {
        return new Unreachable(
                "JVM " + jvm + " did not answer within " + patience.toMillis() + " ms",
                "it may be stopped, or busy; --timeout 60s   waits longer");
    }
}
