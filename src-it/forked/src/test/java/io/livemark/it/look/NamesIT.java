/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.flight.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at markers whose sites pass as many fields under other names, or in another order. */
class NamesIT {

    private static ForkedJvm target;

    @BeforeAll
    static void start() {
        target = ForkedJvm.start(LookTarget.class, Arrival.AT_START);
    }

    @AfterAll
    static void end() {
        target.close();
    }

    @Test
    void a_field_is_shown_under_all_its_names(@TempDir Path directory) {
        Path file = directory.resolve("bills.jfr");
        Child print = look("print", "bill.sent", "--limit", "2");
        Child json = look("print", "bill.sent", "--limit", "2", "--json");
        Child record = look("record", "bill.sent", "-o", file.toString());
        target.say("bills 1").printsNothing();
        print.says(" bill.sent id|billId=A-0");
        print.says(" bill.sent id|billId=B-0");
        json.says("\"fields\":{\"id|billId\":\"A-0\"}}");
        json.says("\"fields\":{\"id|billId\":\"B-0\"}}");
        record.terminate();
        record.says("2 events, ");
        String recorded = Printed.of(file).events().toString();
        assertTrue(
                recorded.contains("id_or_billId = \"A-0\"") && recorded.contains("id_or_billId = \"B-0\""), recorded);
        assertTrue(print.err().stream().noneMatch(line -> line.contains("differ in the order")), print.err()::toString);
    }

    @Test
    void an_expression_may_use_any_name_of_a_field() {
        Child count = look("count", "bill.sent", "--where", "!billId.endsWith(\"2\")", "--by", "id.charAt(0),billId");
        Child latency = look("latency", "bill.sent", "bill.closed", "--key", "billId", "--json");
        target.say("bills 3").printsNothing();
        count.terminate();
        count.says("MARKER     id.charAt(0)  billId  HITS");
        count.says("bill.sent  A             A-0     1 ");
        count.says("bill.sent  B             B-1     1 ");
        count.says("in all 4 hits");
        latency.terminate();
        latency.says("\"value\":\"ns\",\"count\":6,");
        target.livemark("count", "bill.sent", "--where", "billId > 1")
                .exits(1)
                .complains("fields of bill.sent: id|billId:String");
    }

    @Test
    void a_name_that_is_not_the_same_field_at_all_sites_is_no_name() {
        String order = " is not the same field at all its sites, which differ in the order of their fields";
        String sites = "livemark list " + target.pid() + " bill.paid --sites ";
        target.livemark("count", "bill.paid", "--where", "total > 1")
                .exits(1)
                .complains("--where does not compile for bill.paid: total" + order)
                .complains("    total > 1")
                .complains("    ^")
                .complains("fields of bill.paid: id|total:long|double total|id:double|long")
                .complains(sites + "  shows them; their marks are to have one order");
        target.livemark("hist", "bill.paid", "id").exits(1).complains("bill.paid: id" + order);
        target.livemark("latency", "bill.sent", "bill.paid", "--key", "id")
                .exits(1)
                .complains("--key does not compile for bill.paid: id" + order);
        Child count = look("count", "bill.*", "--by", "id");
        count.complains("left out: bill.paid(id|total, total|id): --by does not compile: id" + order + "; " + sites);
        target.say("bills 1").printsNothing();
        count.terminate();
        count.says("in all 4 hits");
    }

    @Test
    void fields_in_another_order_are_shown_under_the_names_of_both_and_that_is_told() {
        Child print = look("print", "bill.paid", "--limit", "2");
        print.complains(
                "the sites of bill.paid differ in the order of their fields, id|total, total|id: livemark list ");
        target.say("bills 1").printsNothing();
        print.exits(0);
        List<String> out = print.out().stream()
                .map(line -> line.substring(line.indexOf(" id|")))
                .toList();
        assertEquals(
                List.of(" id|total=1152921504606846977 total|id=0.5", " id|total=0.5 total|id=1152921504606846977"),
                out);
    }

    private static Child look(String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at ");
        return look;
    }
}
