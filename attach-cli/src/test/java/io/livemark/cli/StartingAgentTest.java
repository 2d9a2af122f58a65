/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvm;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command that comes while the agent of a JVM is starting. */
@Timeout(60)
class StartingAgentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @TempDir
    Path root;

    private Jvm jvm;

    @BeforeEach
    void a_jvm_without_a_socket() throws IOException {
        jvm = FakeAgent.jvm(root);
    }

    @Test
    void an_agent_that_is_starting_is_waited_for() throws Exception {
        thread("1", "java");
        thread("2", "livemark-start");
        FutureTask<Reply> asking = new FutureTask<>(() -> ask(PATIENCE));
        Thread thread = new Thread(asking);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertNotEquals(Thread.State.TERMINATED, thread.getState(), "the command did not wait");
            Thread.onSpinWait();
        }
        Reply.Described described = new Reply.Described("1", false, 17, "shop.jar");
        try (FakeAgent agent = new FakeAgent(root)) {
            agent.answers(Request.Describe.class, described);
            assertEquals(described, asking.get());
        }
    }

    @Test
    void an_agent_that_has_given_up_is_not_waited_for() throws Exception {
        thread("1", "java");
        assertNull(ask(PATIENCE));
    }

    @Test
    void an_agent_that_never_comes_is_waited_for_in_vain() throws Exception {
        thread("2", "livemark-start");
        assertNull(ask(Duration.ofMillis(50)));
    }

    private Reply ask(Duration patience) throws Exception {
        return new Agent(jvm, patience).askWhereThere(new Request.Describe());
    }

    private void thread(String id, String name) throws IOException {
        Path thread = Files.createDirectories(jvm.proc().resolve("task").resolve(id));
        Files.writeString(thread.resolve("comm"), name + "\n");
    }
}
