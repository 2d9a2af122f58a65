/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnloadTest extends CommandTestBase {

    @Test
    void unload_shows_the_receipt() {
        agent.answers(Request.Unload.class, new Reply.Unloaded(List.of(RECEIPT)));
        assertEquals(
                new Ran(0, lines("unloaded SlowOrders: disarmed in 1.2 ms; 1234 deliveries, 0 exceptions; closed"), ""),
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
                        "unloaded SlowOrders: disarmed in 1.2 ms; 1234 deliveries, 0 exceptions; closed",
                        "detached from 4711000 (shop.ShopServer): 1 class restored",
                        "left as it is: shop.Orders: it is running"),
                livemark("detach", "4711000").out());
    }

    @Test
    void a_receipt_claims_only_what_was_seen() {
        assertEquals(
                "unloaded A (its time was over): disarmed in 0.1 ms; 1 delivery, 1 exception"
                        + "; not closed yet: a handler is still running",
                ReceiptText.of(new Receipt("A", Receipt.Cause.EXPIRED, 60_000, 1, 1, Receipt.Closing.PENDING)));
        assertEquals(
                "unloaded A (it threw too often): disarmed in 0.0 ms; 0 deliveries, 100 exceptions",
                ReceiptText.of(new Receipt("A", Receipt.Cause.FAULTY, 0, 0, 100, Receipt.Closing.NONE)));
    }
}
