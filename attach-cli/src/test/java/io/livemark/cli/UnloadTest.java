/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Request.Unload.Until;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnloadTest extends CommandTestBase {

    @Test
    void unload_shows_the_receipt() {
        agent.answers(Request.Unload.class, new Reply.Unloaded(List.of(RECEIPT)));
        assertEquals(
                new Ran(
                        0,
                        lines(
                                "unloaded SlowOrders: disarmed in 1.2 ms, drained in 1.4 ms; 1234 deliveries, 0 exceptions; closed"),
                        ""),
                livemark("unload", "4711000", "SlowOrders"));
        assertEquals(List.of("SlowOrders"), agent.only(Request.Unload.class).names());
    }

    @Test
    void all_asks_for_all_and_says_where_there_is_none() {
        agent.answers(Request.Unload.class, new Reply.Unloaded(List.of()));
        assertEquals(
                new Ran(0, lines("no probe is loaded in 4711000 (shop.ShopServer)"), ""),
                livemark("unload", "4711000", "--all"));
        assertEquals(List.of(), agent.only(Request.Unload.class).names());
    }

    @Test
    void neither_a_name_nor_all_is_a_usage_error_and_so_are_both() {
        assertEquals(2, livemark("unload", "4711000").exit());
        assertEquals(2, livemark("unload", "4711000", "A", "--all").exit());
        assertEquals(List.of(), agent.requests);
    }

    @Test
    void a_refusal_is_shown_with_its_hint() {
        agent.answers(Request.Unload.class, new Reply.Refused("no probe is called A", "livemark list   lists them"));
        assertEquals(
                new Ran(1, "", lines("livemark: no probe is called A", "hint: livemark list   lists them")),
                livemark("unload", "4711000", "A"));
    }

    @Test
    void no_agent_is_put_in_only_to_unload_or_to_detach() throws IOException {
        agent.close();
        assertEquals(1, livemark("unload", "4711000", "A").exit());
        assertEquals(0, livemark("unload", "4711000", "--all").exit());
        assertEquals(new Ran(0, lines("no agent in 4711000 (shop.ShopServer)"), ""), livemark("detach", "4711000"));
    }

    @Test
    void detach_shows_what_was_put_back_and_what_was_not() {
        agent.answers(
                Request.Detach.class, new Reply.Detached(List.of(RECEIPT), 1, List.of("shop.Orders: it is running")));
        assertEquals(
                lines(
                        "unloaded SlowOrders: disarmed in 1.2 ms, drained in 1.4 ms; 1234 deliveries, 0 exceptions; closed",
                        "detached from 4711000 (shop.ShopServer): 1 class restored",
                        "left as it is: shop.Orders: it is running"),
                livemark("detach", "4711000").out());
    }

    @Test
    void an_unload_waits_until_drained_for_the_time_that_an_answer_may_take() {
        agent.answers(Request.Unload.class, new Reply.Unloaded(List.of(RECEIPT)));
        livemark("unload", "4711000", "SlowOrders", "--timeout", "20s");
        assertEquals(
                new Request.Unload(List.of("SlowOrders"), Until.DRAINED, 20_000, false),
                agent.only(Request.Unload.class));
    }

    @Test
    void what_is_waited_for_can_be_chosen() {
        agent.answers(Request.Unload.class, new Reply.Unloaded(List.of(seen(RECEIPT.closing(), 35_000_000))));
        for (Until until : Until.values()) {
            agent.requests.clear();
            assertEquals(
                    0,
                    livemark(
                                    "unload",
                                    "4711000",
                                    "--all",
                                    "--wait",
                                    until.name().toLowerCase())
                            .exit());
            assertEquals(until, agent.only(Request.Unload.class).until());
            assertEquals(false, agent.only(Request.Unload.class).collect());
        }
        for (String[] gc : new String[][] {{"--gc"}, {"--gc", "--wait=collected"}}) {
            agent.requests.clear();
            String[] words = {"unload", "4711000", "--all", gc[0], gc[gc.length - 1]};
            assertEquals(
                    lines(RECEIPT.sentence() + "; collected in 35.0 ms"),
                    livemark(gc.length == 1 ? Arrays.copyOf(words, 4) : words).out());
            assertEquals(Until.COLLECTED, agent.only(Request.Unload.class).until());
            assertEquals(true, agent.only(Request.Unload.class).collect());
        }
    }

    @Test
    void a_state_that_there_is_not_is_a_usage_error_and_so_is_gc_for_another_state() {
        Ran ran = livemark("unload", "4711000", "A", "--wait", "gone");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("\"gone\" is none of disarmed, drained and collected"), ran.err());
        assertEquals(
                2, livemark("unload", "4711000", "A", "--gc", "--wait=drained").exit());
        assertEquals(List.of(), agent.requests);
    }

    @Test
    void what_was_waited_for_and_not_seen_is_told_by_the_exit_code() {
        agent.answers(
                Request.Unload.class,
                new Reply.Unloaded(List.of(new Receipt(
                        "A", Receipt.Cause.UNLOADED, 1, 0, 0, 60_000, -1, Receipt.Closing.PENDING, -1, ""))));
        assertEquals(
                new Ran(
                        4,
                        lines("unloaded A: disarmed in 0.1 ms; 1 delivery, 0 exceptions"
                                + "; not closed yet: a handler is still running"),
                        lines(
                                "livemark: A was not seen drained within 10.0 s",
                                "hint: livemark list 4711000 --probes   shows the threads that hold it")),
                livemark("unload", "4711000", "A"));
        assertEquals(0, livemark("unload", "4711000", "A", "--wait", "disarmed").exit());
    }

    @Test
    void a_probe_that_was_not_seen_collected_is_named() {
        agent.answers(
                Request.Unload.class,
                new Reply.Unloaded(List.of(seen(Receipt.Closing.NONE, 1), seen(Receipt.Closing.CLOSED, -1))));
        Ran ran = livemark("unload", "4711000", "--all", "--wait", "collected", "--timeout", "1s");
        assertEquals(4, ran.exit());
        assertEquals(
                lines(
                        "livemark: SlowOrders was not seen collected within 1.0 s",
                        "hint: the collector comes when it wants; --gc   may force it"),
                ran.err());
    }

    private static Receipt seen(Receipt.Closing closing, long collectedNanos) {
        return new Receipt(
                RECEIPT.name(),
                RECEIPT.cause(),
                RECEIPT.deliveries(),
                RECEIPT.exceptions(),
                RECEIPT.suppressed(),
                RECEIPT.disarmedNanos(),
                RECEIPT.drainedNanos(),
                closing,
                collectedNanos,
                "");
    }
}
