/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.flight.Flight;
import io.livemark.probe.Probes;
import io.livemark.protocol.Rendezvous;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * The agent's side of the socket: one thread that waits for clients, and one for each client while it is there.
 */
public final class Control {

    private static final int MOST_CONNECTIONS = 64;
    private static final long IDLE_SECONDS = 5;

    private final Path socket;
    private final ServerSocketChannel server;
    private final ScheduledThreadPoolExecutor later;
    private final Commands commands;
    private final Peer peer;
    private final Attendance attendance;
    private final Logger log;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(null, new AtExit(), "livemark-exit", 0, false);

    private Control(
            Path socket,
            ServerSocketChannel server,
            Identity identity,
            Weaver weaver,
            Probes probes,
            Flight flight,
            Runnable onGone,
            Logger log)
            throws IOException {
        this.socket = socket;
        this.server = server;
        // Whoever is inside a handler needs the classes of the agent until it has left, and so does the closing after
        // that.
        this.attendance = new Attendance(new LastGone(probes, onGone));
        this.log = log;
        this.peer = Peer.ofThisProcess();
        // The thread is gone when nothing is due.
        this.later = new ScheduledThreadPoolExecutor(1, new Later());
        later.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        later.allowCoreThreadTimeOut(true);
        later.setRemoveOnCancelPolicy(true);
        // A load may end while the agent goes: then its probe has gone too, and nothing is due.
        later.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        this.commands = new Commands(identity, weaver, probes, flight, later);
    }

    /**
     * Opens the socket. Clients may connect once this returns; they are served after {@link #serve}. Where the JVM is ending
     * already, nothing is opened.
     *
     * @param identity what to say of ourselves
     * @param weaver knows the marked classes
     * @param probes the probes
     * @param flight loads some for recordings, and stops that with a detach
     * @param onGone is called after a detach, when nothing of the agent is needed any more: no client is there, no probe is draining
     * @param log for what goes wrong with clients
     * @return the control, with its socket bound
     * @throws IOException where the socket cannot be had, with the reason
     */
    public static Control open(
            Identity identity, Weaver weaver, Probes probes, Flight flight, Runnable onGone, Logger log)
            throws IOException {
        int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Path socket = Rendezvous.socket(uid, OwnPid.get());
        OwnDirectory.ensure(socket.getParent(), uid);
        // Left by a JVM that was killed and had our PID; nobody else may write in this directory.
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Control control = new Control(socket, server, identity, weaver, probes, flight, onGone, log);
        try {
            // Before there is a file that the end of the JVM must remove.
            Runtime.getRuntime().addShutdownHook(control.atExit);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IllegalStateException | ClosedChannelException e) {
            // The JVM is ending before the agent has begun.
            control.closeSocket();
        } catch (IOException e) {
            control.close();
            throw e;
        }
        return control;
    }

    /** Begins to serve clients, on threads of its own. */
    public void serve() {
        daemon(new Accepting(), "livemark-control").start();
    }

    /** Closes the socket again; for an agent that cannot start after all. */
    public void close() {
        // Who takes the agent back says himself that it has gone.
        attendance.enter();
        closeSocket();
        dropHook();
    }

    // No lambdas on the way of a start and of the first client: to link one takes longer, and more memory, than a
    // class.

    private final class Accepting implements Runnable {

        @Override
        public void run() {
            while (server.isOpen()) {
                try {
                    SocketChannel client = server.accept();
                    if (sessions.size() >= MOST_CONNECTIONS || !peer.mayCommand(client)) {
                        client.close();
                    } else {
                        serve(client);
                    }
                } catch (ClosedChannelException e) {
                    break;
                } catch (IOException | RuntimeException e) {
                    log.warn("a client could not be accepted", e);
                }
            }
            attendance.leave();
        }
    }

    private void serve(SocketChannel client) throws IOException {
        Session session = new Session(client, commands, later, new Leaving(), log);
        sessions.add(session);
        attendance.enter();
        try {
            daemon(new Serving(session), "livemark-client").start();
        } catch (OutOfMemoryError e) {
            log.warn("no thread could be had for a client", e);
            client.close();
            left(session);
        }
    }

    private final class Serving implements Runnable {

        private final Session session;

        Serving(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            try {
                session.run();
            } finally {
                left(session);
            }
        }
    }

    private void left(Session session) {
        sessions.remove(session);
        attendance.leave();
    }

    private final class Leaving implements Runnable {

        @Override
        public void run() {
            closeSocket();
            later.shutdownNow();
            dropHook();
        }
    }

    private record LastGone(Probes probes, Runnable onGone) implements Runnable {

        @Override
        public void run() {
            probes.whenAllClosed(onGone);
        }
    }

    private static final class Later implements ThreadFactory {

        @Override
        public Thread newThread(Runnable task) {
            return daemon(task, "livemark-later");
        }
    }

    private void dropHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            log.debug("the JVM is exiting", e);
        }
    }

    /** The end of a JVM waits for threads in native code, such as those in accept and read: 300 ms, if they are let. */
    private final class AtExit implements Runnable {

        @Override
        public void run() {
            // Marks are hit to the end, and their probes need the agent's classes.
            attendance.enter();
            closeSocket();
            sessions.forEach(Session::hangUp);
        }
    }

    private void closeSocket() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            log.warn("the socket could not be closed", e);
        }
    }

    /** A thread that inherits nothing from the application thread that happens to start it. */
    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Control.class.getClassLoader());
        return thread;
    }
}
