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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at markers of which sites come, while they go on, that pass as many fields under other names, or in another order. */
class LateNamesIT {

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(LateTarget.class, Arrival.AT_START);
    }

    @AfterEach
    void end() {
        target.close();
        assertEquals(List.of(), target.err());
    }

    @Test
    void lines_have_the_names_of_sites_that_come_later_too() {
        Child print = look("print", "bill.sent");
        target.say("bill 1").printsNothing();
        print.says(" bill.sent id=A-0");
        target.say("rebill 1").printsNothing();
        print.complains("sites of bill.sent that came later call fields otherwise, id|billId; lines have all of these"
                + " names from now on; " + sites("bill.sent"));
        target.say("rebill 1").printsNothing();
        print.says(" bill.sent id|billId=B-0");
        target.say("bill 1").printsNothing();
        print.says(" bill.sent id|billId=A-0");
        print.terminate();
        print.exits(143);
        assertEquals(4, print.out().size(), () -> print.failure("each hit once").getMessage());
        assertEquals(
                1, told(print, "bill.sent"), () -> print.failure("told once").getMessage());
    }

    @Test
    void what_programs_read_keeps_the_names_of_the_first_sites(@TempDir Path directory) {
        Path file = directory.resolve("bills.jfr");
        Child json = look("print", "bill.sent", "--json");
        Child record = look("record", "bill.sent", "-o", file.toString());
        target.say("bill 1").printsNothing();
        target.say("rebill 1").printsNothing();
        json.complains("otherwise, id|billId; lines keep the names of the first sites, a new look has all; "
                + sites("bill.sent"));
        record.complains("otherwise, id|billId; the recording keeps the names of the first sites, a new one has all; "
                + sites("bill.sent"));
        target.say("rebill 2").printsNothing();
        json.says("\"fields\":{\"id\":\"B-1\"}}");
        json.terminate();
        json.exits(143);
        assertEquals(4, json.out().size());
        assertTrue(json.out().stream().allMatch(line -> line.contains("\"fields\":{\"id\":")), json.out()::toString);
        record.terminate();
        record.says("4 events, ");
        List<List<String>> recorded = Printed.of(file).events();
        assertEquals(4, recorded.size(), recorded::toString);
        assertTrue(recorded.stream().allMatch(event -> event.toString().contains(" id = \"")), recorded::toString);
    }

    @Test
    void an_expression_goes_on_to_take_a_field_by_its_place_and_that_is_told() {
        Child count = look("count", "bill.paid", "--where", "total >= 100", "--by", "id");
        target.say("bill 1").printsNothing();
        target.say("rebill 1").printsNothing();
        count.complains(
                "sites of bill.paid that came later differ in the order of their fields, id|total, total|id; for"
                        + " --where, --by the place at the first sites counts: id, total; start the look again; "
                        + sites("bill.paid"));
        // At that place their id is.
        target.say("rebill 150").printsNothing();
        count.terminate();
        count.says("in all 51 hits");
        assertEquals(
                1, told(count, "bill.paid"), () -> count.failure("told once").getMessage());
    }

    @Test
    void sites_in_another_order_that_do_not_fit_are_left_out_and_the_others_keep_their_names() {
        Child print = look("print", "bill.split");
        target.say("rebill 1").printsNothing();
        print.complains("sites of bill.split that came later differ in the order of their fields, id|share, share|id;"
                + " hits whose types do not fit are left out, and others have the names of the first sites; "
                + sites("bill.split"));
        target.say("rebill 1").printsNothing();
        target.say("bill 1").printsNothing();
        print.says(" bill.split id=A-0 share=0.5");
        print.terminate();
        print.exits(143);
        assertEquals(1, print.out().size(), print.out()::toString);
        assertTrue(
                print.err().stream().anyMatch(line -> line.startsWith("left out: the look takes double ")),
                print.err()::toString);
    }

    @Test
    void a_marker_that_was_left_out_is_looked_at_once_a_name_fits() {
        Child count = look("count", "bill.*", "--by", "billId");
        count.complains("left out: bill.paid(id, total), bill.sent(id), bill.split(id, share): --by does not compile");
        target.say("rebill 1").printsNothing();
        count.complains("also looking at 1 marker, 2 sites in JVM ");
        target.say("bill 3").printsNothing();
        target.say("rebill 2").printsNothing();
        count.terminate();
        count.says("in all 8 hits");
    }

    @Test
    void hits_are_counted_once_and_where_no_name_is_shown_or_used_only_another_order_is_told() {
        Child count = look("count", "bill.*");
        target.say("rebill 1").printsNothing();
        // Told after all that is to be told of names.
        count.complains(", which came later: bill.reminded");
        target.say("bill 2").printsNothing();
        target.say("rebill 3").printsNothing();
        count.terminate();
        count.says("in all 19 hits");
        String out = String.join("\n", count.out());
        for (String line : new String[] {"bill.sent      6 ", "bill.paid      6 ", "bill.reminded  3 "}) {
            assertTrue(out.contains(line), () -> count.failure(line).getMessage());
        }
        assertEquals(0, told(count, "bill.sent"), () -> count.failure("no name").getMessage());
        assertEquals(
                1, told(count, "bill.paid"), () -> count.failure("the order").getMessage());
    }

    private static long told(Child look, String marker) {
        return look.err().stream()
                .filter(line -> line.startsWith("sites of " + marker + " that came later "))
                .count();
    }

    private String sites(String marker) {
        return "livemark list " + target.pid() + " " + marker + " --sites shows them";
    }

    private Child look(String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at ");
        return look;
    }
}
