/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.probe.EventBuffer;
import io.livemark.probe.Refusal;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Wire;
import io.livemark.protocol.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;

/** One connection: one request, its reply; for a followed probe, its events until it ends or the client is gone. */
final class Session implements Runnable {

    private static final long REQUEST_PATIENCE_SECONDS = 10;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long ALIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final SocketChannel channel;
    private final Commands commands;
    private final ScheduledExecutorService later;
    private final Runnable leave;
    private final Logger log;

    /**
     * @param channel blocking; closed at the end
     * @param leave takes the agent away, all but this connection; called before a detach is answered
     */
    Session(SocketChannel channel, Commands commands, ScheduledExecutorService later, Runnable leave, Logger log) {
        this.channel = channel;
        this.commands = commands;
        this.later = later;
        this.leave = leave;
        this.log = log;
    }

    @Override
    public void run() {
        try (channel;
                InputStream in = Channels.newInputStream(channel);
                OutputStream out = Channels.newOutputStream(channel)) {
            serve(in, out);
        } catch (IOException e) {
            log.debug("a connection ended", e);
        } catch (Throwable e) {
            log.warn("a connection failed", e);
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        Request request;
        ScheduledFuture<?> silence = later.schedule(new HangUp(), REQUEST_PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            request = Wire.readRequest(in);
        } catch (WireException e) {
            Wire.write(new Reply.Refused(e.getMessage(), "client and agent must be of the same version"), out);
            return;
        } finally {
            silence.cancel(false);
        }
        try {
            answer(request, out);
        } catch (Refusal e) {
            Wire.write(new Reply.Refused(e.getMessage(), e.hint()), out);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            log.warn("{} failed", request.getClass().getSimpleName(), e);
            Wire.write(new Reply.Refused("the agent failed: " + e, "this is a defect of Livemark"), out);
        }
    }

    private void answer(Request request, OutputStream out) throws IOException, Refusal {
        if (request instanceof Request.Describe) {
            Wire.write(commands.describe(), out);
        } else if (request instanceof Request.ListMarkers list) {
            Wire.write(commands.list(list), out);
        } else if (request instanceof Request.Unload unload) {
            Wire.write(commands.unload(unload, this::clientIsGone), out);
        } else if (request instanceof Request.Load load && load.follow()) {
            follow(load, out);
        } else if (request instanceof Request.Load load) {
            Wire.write(commands.load(load, null).reply(), out);
        } else if (request instanceof Request.Detach) {
            Reply reply = commands.detach();
            leave.run();
            Wire.write(reply, out);
        }
    }

    /** The probe is leased to this connection: when writing fails, the client is gone, and the probe goes too. */
    private void follow(Request.Load load, OutputStream out) throws IOException, Refusal {
        EventBuffer events = new EventBuffer();
        Commands.Running running = commands.load(load, events);
        CompletableFuture<Receipt> receipt = running.lease().receipt();
        try {
            Wire.write(running.reply(), out);
            Newcomers newcomers = commands.newcomers(load.look(), running.lease());
            commands.quietly(() -> send(events, newcomers, receipt, out));
            Wire.write(new Reply.Unloaded(List.of(receipt.join())), out);
        } finally {
            running.lease().end(Receipt.Cause.CLIENT_GONE);
        }
    }

    private void send(EventBuffer events, Newcomers newcomers, CompletableFuture<Receipt> receipt, OutputStream out)
            throws IOException {
        DataWriter data = new DataWriter(events.sources(), out, log);
        long lastWrite = System.nanoTime();
        while (!receipt.isDone()) {
            boolean more = data.write();
            if (write(events, out) | newcomers.write(out)) {
                lastWrite = System.nanoTime();
            } else if (System.nanoTime() - lastWrite > ALIVE_NANOS) {
                writeAlive(events, out);
                lastWrite = System.nanoTime();
            }
            if (!more) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
        data.writeRest();
        write(events, out);
        writeAlive(events, out);
    }

    private static boolean write(EventBuffer events, OutputStream out) throws IOException {
        boolean any = false;
        for (EventBuffer.Event event = events.poll(); event != null; event = events.poll()) {
            Reply.Event.Kind kind = event.isLog() ? Reply.Event.Kind.LOG : Reply.Event.Kind.EMIT;
            Wire.write(new Reply.Event(kind, event.epochMillis(), event.text(), events.takeDropped()), out);
            any = true;
        }
        return any;
    }

    private static void writeAlive(EventBuffer events, OutputStream out) throws IOException {
        Reply alive = new Reply.Event(Reply.Event.Kind.ALIVE, System.currentTimeMillis(), "", events.takeDropped());
        Wire.write(alive, out);
    }

    /** Whether the other end is closed; for the thread that serves it, between its request and the reply. */
    private boolean clientIsGone() {
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) < 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }

    private final class HangUp implements Runnable {

        @Override
        public void run() {
            hangUp();
        }
    }

    void hangUp() {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("a connection could not be closed", e);
        }
    }
}
