/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvm;
import io.livemark.protocol.Rendezvous;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Speaks for an agent, on a real socket, in this process. The JVM that it pretends to be in sees a directory of the test
 * as its root, as one in a container does.
 */
final class FakeAgent implements AutoCloseable {

    /** Greater than any that Linux gives, so that no process has it. */
    static final long PID = 4_711_000;

    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<Class<?>, List<Reply>> answers = new HashMap<>();
    private final Jvm jvm;
    private final ServerSocketChannel server;
    private final Thread thread;

    FakeAgent(Path root) throws IOException {
        jvm = jvm(root);
        Files.createDirectories(root.resolve("tmp"));
        Path socket = jvm.outside(Rendezvous.socket(jvm.innerUid(), PID));
        Files.createDirectory(
                socket.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        thread = new Thread(this::serve, "fake agent");
        thread.setDaemon(true);
        thread.start();
    }

    /** A JVM without an agent. */
    static Jvm jvm(Path root) throws IOException {
        int uid = (int) Files.getAttribute(root, "unix:uid");
        return new Jvm(PID, PID, uid, uid, root, root.resolve("proc"), "shop.ShopServer");
    }

    Jvm jvm() {
        return jvm;
    }

    /** What to answer to requests of a kind; nothing, and the connection ends. */
    FakeAgent answers(Class<? extends Request> kind, Reply... replies) {
        answers.put(kind, List.of(replies));
        return this;
    }

    <R extends Request> R only(Class<R> kind) {
        List<R> found = new ArrayList<>();
        for (Request request : List.copyOf(requests)) {
            if (kind.isInstance(request)) {
                found.add(kind.cast(request));
            }
        }
        if (found.size() != 1) {
            throw new AssertionError("one " + kind.getSimpleName() + " expected among " + requests);
        }
        return found.get(0);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            // Until it has left accept, the kernel may let one more in.
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (true) {
                try (SocketChannel client = server.accept()) {
                    serve(Channels.newInputStream(client), Channels.newOutputStream(client));
                }
            }
        } catch (IOException e) {
            // Closed: the test is over. Or the client has hung up on us, and will not come again.
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        Request request = Wire.readRequest(in);
        requests.add(request);
        for (Reply reply : answers.getOrDefault(request.getClass(), List.of())) {
            Wire.write(reply, out);
        }
    }
}
