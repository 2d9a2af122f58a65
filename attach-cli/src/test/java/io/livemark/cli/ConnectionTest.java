/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.jvm.Connection;
import io.livemark.protocol.Rendezvous;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest extends CommandTestBase {

    private ServerSocketChannel silent;

    @AfterEach
    void stop_listening() throws IOException {
        if (silent != null) {
            silent.close();
        }
    }

    @Test
    void a_jvm_that_never_answers_is_given_up() throws IOException {
        listenInSilence();
        Ran ran = livemark("list", "4711000", "--timeout", "50ms");
        assertEquals(
                new Ran(
                        3,
                        "",
                        lines(
                                "livemark: JVM 4711000 (shop.ShopServer) did not answer within 50 ms",
                                "hint: it may be stopped, or busy; --timeout 60s   waits longer")),
                ran);
    }

    @Test
    void a_socket_file_that_was_left_behind_is_no_agent() throws Exception {
        listenInSilence();
        silent.close();
        assertTrue(Files.exists(socket()));
        assertEquals(null, Connection.open(agent.jvm(), Duration.ofSeconds(1)));
    }

    @Test
    void an_agent_that_hangs_up_without_a_word_is_reported() {
        Ran ran = livemark("list", "4711000");
        assertEquals(3, ran.exit());
        assertTrue(ran.err().startsWith("livemark: JVM 4711000 (shop.ShopServer) ended the connection\n"), ran.err());
    }

    @Test
    void an_agent_that_leaves_with_the_request_unread_is_reported_alike() throws Exception {
        listenInSilence();
        FutureTask<Void> leaves = new FutureTask<>(() -> {
            try (SocketChannel client = silent.accept()) {
                client.read(ByteBuffer.allocate(1));
            }
            return null;
        });
        new Thread(leaves).start();
        Ran ran = livemark("list", "4711000");
        leaves.get();
        assertEquals(3, ran.exit());
        assertTrue(ran.err().startsWith("livemark: JVM 4711000 (shop.ShopServer) ended the connection\n"), ran.err());
    }

    private void listenInSilence() throws IOException {
        agent.close();
        Files.delete(socket());
        silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        silent.bind(UnixDomainSocketAddress.of(socket()));
    }

    private Path socket() {
        return agent.jvm().outside(Rendezvous.socket(agent.jvm().innerUid(), FakeAgent.PID));
    }
}
