/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JVMs and markers a look is at, before there is anything to see. */
class LookTest extends CommandTestBase {

    private static final Reply.Markers NONE = new Reply.Markers(List.of(), List.of(), List.of(), 0);

    @TempDir
    Path second;

    @TempDir
    Path third;

    @BeforeEach
    void there_is_no_marker() {
        agent.answers(Request.ListMarkers.class, NONE);
    }

    @Test
    void all_jvms_are_those_with_the_agent_and_where_none_has_the_marker_that_is_one_error() throws IOException {
        try (FakeAgent other = new FakeAgent(second)
                .answers(Request.Describe.class, new Reply.Described("0.1.0", true, 17, ""))
                .answers(Request.ListMarkers.class, NONE)) {
            Jvms jvms = new Several(List.of(agent.jvm(), other.jvm(), FakeAgent.jvm(third)));
            assertEquals(
                    new Ran(
                            1,
                            "",
                            lines(
                                    "left out: 1 JVM without the agent; --main TEXT takes all that have this in their name,"
                                            + " and puts it in",
                                    "livemark: no marker in 2 JVMs matches nosuch.marker: 4711000 (shop.ShopServer),"
                                            + " 4711000 (shop.ShopServer)",
                                    "hint: livemark list JVM   shows all of one; --wait waits for it")),
                    livemark(jvms, "count", "--all", "nosuch.marker"));
        }
    }

    @Test
    void all_jvms_are_none_where_none_has_the_agent() throws IOException {
        Ran ran = livemark(new Several(List.of(FakeAgent.jvm(second), FakeAgent.jvm(third))), "count", "--all", "a.b");
        assertEquals(3, ran.exit());
        assertTrue(ran.err().startsWith("livemark: the agent is in none of your 2 JVMs\nhint: "), ran.err());
    }

    @Test
    void a_part_of_a_name_goes_with_all() {
        assertEquals(2, livemark("count", "4711000", "a.b", "--main", "shop").exit());
        assertEquals(2, livemark("count", "--all", "a.b", "--main", "").exit());
    }

    @Test
    void a_wait_is_told_once_and_ends_with_the_time_of_the_look() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        lines(
                                "waiting for a.b in JVM 4711000 (shop.ShopServer)",
                                "livemark: no marker in JVM 4711000 (shop.ShopServer) matches a.b, and none came within"
                                        + " 600.0 ms",
                                "hint: a longer --for waits longer")),
                livemark("count", "4711000", "a.b", "--wait", "--for", "600ms"));
        // Four questions a second.
        assertTrue(agent.requests.size() < 10, agent.requests::toString);
    }

    private record Several(List<Jvm> all) implements Jvms {

        @Override
        public Jvm find(String wanted) throws Unreachable {
            throw new Unreachable(wanted, "");
        }
    }
}
