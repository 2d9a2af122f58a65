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
import io.livemark.it.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks of one line show. */
class LookIT {

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
    void every_hit_of_all_threads_is_counted_under_its_key() {
        Child count = look("count", "thread.turn", "--by", "number,i % 2 == 0", "--json");
        // Here several threads have one key.
        Child together = look("count", "thread.turn", "--by", "i % 2 == 0", "--json");
        target.say("threads 250000").printsNothing();
        count.terminate();
        // 128 and SIGTERM.
        count.exits(143);
        together.terminate();
        together.exits(143);
        String out = String.join("\n", count.out());
        for (int number = 0; number < 4; number++) {
            for (String even : new String[] {"true", "false"}) {
                String total = "{\"what\":\"total\",\"marker\":\"thread.turn\",\"by\":{\"number\":" + number
                        + ",\"i % 2 == 0\":" + even + "},\"hits\":125000,";
                assertTrue(out.contains(total), () -> count.failure(total).getMessage());
            }
        }
        String summed = String.join("\n", together.out());
        for (String even : new String[] {"true", "false"}) {
            String total = "{\"what\":\"total\",\"marker\":\"thread.turn\",\"by\":{\"i % 2 == 0\":" + even
                    + "},\"hits\":500000,";
            assertTrue(summed.contains(total), () -> together.failure(total).getMessage());
        }
    }

    @Test
    void no_hit_of_threads_that_come_and_go_is_lost_nor_counted_twice() {
        Child count = look("count", "task.turn", "--by", "i % 4", "--json");
        Child hist = look("hist", "task.turn", "i", "--json");
        target.say("tasks 400").printsNothing();
        count.terminate();
        count.exits(143);
        hist.terminate();
        hist.exits(143);
        String counted = String.join("\n", count.out());
        for (int key = 0; key < 4; key++) {
            String total =
                    "{\"what\":\"total\",\"marker\":\"task.turn\",\"by\":{\"i % 4\":" + key + "},\"hits\":100000,";
            assertTrue(counted.contains(total), () -> count.failure(total).getMessage());
        }
        String drawn = String.join("\n", hist.out());
        assertTrue(
                drawn.contains(":400000,"), () -> hist.failure("400000 values").getMessage());
    }

    @Test
    void a_condition_leaves_hits_out_and_the_sum_is_shown_at_the_end() {
        Child count = look("count", "order.*", "--where", "status == 404 && id.startsWith(\"A\")", "--by", "status");
        target.say("orders 100").printsNothing();
        count.terminate();
        count.says("MARKER        status  HITS");
        count.says("order.placed  404     25 ");
        count.says("in all 25 hits in ");
    }

    @Test
    void events_are_printed_with_their_fields_in_the_order_of_their_thread() {
        Child print = look("print", "thread.turn", "--limit", "8000");
        target.say("threads 2000").printsNothing();
        print.exits(0);
        Pattern line = Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{6} turn-(\\d) thread\\.turn number=(\\d) i=(\\d+)");
        Map<String, Integer> next = new HashMap<>();
        assertEquals(8000, print.out().size());
        for (String printed : print.out()) {
            Matcher matcher = line.matcher(printed);
            assertTrue(matcher.matches(), printed);
            assertEquals(matcher.group(1), matcher.group(2));
            assertEquals(next.getOrDefault(matcher.group(1), 0), Integer.parseInt(matcher.group(3)), printed);
            next.merge(matcher.group(1), 1, Integer::sum);
        }
        print.complains("8000 events");
    }

    @Test
    void events_are_json_and_end_with_the_limit() {
        Child print = look("print", "order.placed", "--json", "--limit", "2", "--where", "total >= 1");
        target.say("orders 10").printsNothing();
        print.exits(0);
        assertEquals(2, print.out().size());
        assertTrue(
                print.out()
                        .get(0)
                        .matches("\\{\"time\":\"[^\"]+Z\",\"thread\":\"main\",\"marker\":\"order.placed\","
                                + "\"fields\":\\{\"id\":\"A-1\",\"total\":1.0,\"status\":200}}"),
                print.out().get(0));
    }

    @Test
    void the_application_s_code_is_run_for_a_text_only_where_the_user_asks_for_it() {
        Child shy = look("print", "visit.made", "--limit", "1");
        target.say("visits 1").printsNothing();
        shy.says(" basket=io.livemark.it.look.LookTarget$Basket@");
        shy.exits(0);
        assertTrue(shy.out().get(0).endsWith(" tab=\"a\\tb\""), shy.out().get(0));
        Child asking = look("print", "visit.made", "--limit", "1", "--render", "toString");
        target.say("visits 1").printsNothing();
        asking.says(" basket=\"a basket of 0\" ");
        asking.exits(0);
        Child deep = look("print", "visit.made", "--limit", "1", "--depth", "1");
        target.say("visits 1").printsNothing();
        deep.says(" basket=\"io.livemark.it.look.LookTarget$Basket{size=0}\" ");
        deep.exits(0);
    }

    @Test
    void an_expression_may_use_a_type_of_the_application() {
        Child count = look("count", "visit.made", "--where", "by.age() >= 7", "--by", "by.name()");
        target.say("visits 10").printsNothing();
        count.terminate();
        count.says("visit.made  Ann        3 ");
    }

    @Test
    void values_are_drawn_by_powers_of_two() {
        Child hist = look("hist", "order.placed", "status", "--by", "status == 404");
        target.say("orders 8").printsNothing();
        hist.terminate();
        hist.says("order.placed status == 404=true status");
        hist.says("[256, 512)        2 |@@@@");
        hist.says("2 values, min 404, mean 404, p50 404, p99 404, p99.9 404, max 404");
    }

    @Test
    void values_are_drawn_by_steps() {
        Child hist = look("hist", "order.placed", "total", "--linear", "0,8,4");
        target.say("orders 9").printsNothing();
        hist.terminate();
        hist.says("[0, 4)          4 |@@@@");
        hist.says("[4, 8)          4 |@@@@");
        hist.says("[8, ...)        1 |@@@@");
        hist.says("9 values, min 0, ");
    }

    @Test
    void expressions_know_the_site_and_the_thread() {
        Child count = look(
                "count",
                "order.placed",
                "--where",
                "site.line() > 0 && site.marker().equals(\"order.placed\")",
                "--by",
                "site.method(),thread.getName()",
                "--json");
        target.say("orders 3").printsNothing();
        count.terminate();
        count.says("\"by\":{\"site.method()\":\"placed\",\"thread.getName()\":\"main\"},\"hits\":3,");
    }

    @Test
    void times_between_two_markers_are_drawn_and_what_has_no_other_is_counted() {
        Child latency = look("latency", "work.begin", "work.end", "--key", "job", "--by", "ok", "--json");
        target.say("works 10").printsNothing();
        latency.terminate();
        latency.says("{\"what\":\"total\",\"marker\":\"work.end\",\"by\":{\"ok\":true},\"value\":\"ns\",\"count\":5,");
        Child text = look("latency", "work.begin", "work.end");
        target.say("works 3").printsNothing();
        text.terminate();
        text.says("3 values, min ");
        text.says("left out: 0 begins without an end, 1 end without a begin");
    }

    @Test
    void stacks_are_counted_from_the_marked_method_outwards(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("stacks.html");
        Child stack = look("stack", "order.placed", "--limit", "6", "--html", page.toString());
        target.say("orders 6").printsNothing();
        stack.exits(0);
        List<String> out = stack.out();
        assertEquals("6 hits", out.get(0));
        assertTrue(out.get(1).startsWith("    io.livemark.it.look.LookTarget.placed:"), out.get(1));
        assertTrue(out.get(2).startsWith("    io.livemark.it.look.LookTarget.orders:"), out.get(2));
        String drawn = Files.readString(page);
        assertTrue(drawn.contains("\"n\":\"io.livemark.it.look.LookTarget.placed:"), drawn);
        assertTrue(!drawn.contains("http://") && !drawn.contains("https://"), "nothing from the network");
    }

    @Test
    void a_stack_has_no_more_frames_than_are_asked_for_and_these_are_the_top_ones() {
        List<String> callers = stack("--depth", "64");
        assertTrue(callers.size() > 3, callers::toString);
        for (int depth = 1; depth <= 3; depth++) {
            assertEquals(callers.subList(0, depth), stack("--depth", Integer.toString(depth)));
        }
        assertTrue(callers.get(0).startsWith("    io.livemark.it.look.LookTarget.placed:"), callers.get(0));
    }

    private static List<String> stack(String... words) {
        List<String> all = new ArrayList<>(List.of("order.placed", "--limit", "6"));
        all.addAll(List.of(words));
        Child stack = look("stack", all.toArray(String[]::new));
        target.say("orders 6").printsNothing();
        stack.exits(0);
        stack.complains("in all 6 hits, 1 stack");
        assertEquals("6 hits", stack.out().get(0));
        return stack.out().subList(1, stack.out().size());
    }

    @Test
    void collapsed_stacks_are_lines_from_the_outermost_method_inwards() {
        Child stack = look("stack", "order.placed", "--limit", "6", "--depth", "2", "--collapsed");
        target.say("orders 6").printsNothing();
        stack.exits(0);
        assertEquals(1, stack.out().size(), stack.out()::toString);
        String line = stack.out().get(0);
        String site = "io\\.livemark\\.it\\.look\\.LookTarget\\.";
        assertTrue(line.matches(site + "orders:\\d+;" + site + "placed:\\d+ 6"), line);
    }

    @Test
    void what_expressions_throw_is_told_and_never_seen_by_the_application() {
        Child count = look("count", "order.placed", "--where", "id.charAt(3) == '0'");
        target.say("orders 12").printsNothing();
        count.terminate();
        count.says("order.placed  1  ");
        count.complains("expressions threw 10 times");
    }

    @Test
    void what_cannot_be_looked_at_is_refused_with_a_remedy() {
        target.livemark("count", "order.plcaed").exits(1).complains("there is order.placed");
        Output wrong =
                target.livemark("print", "order.placed", "--where", "totl > 1").exits(1);
        wrong.complains("cannot find symbol; variable totl").complains("    ^").complains("total:double");
        target.livemark("hist", "order.placed", "id")
                .exits(1)
                .complains("a number is needed, and this is java.lang.String");
        target.livemark("count", "order.placed", "--by", "nobody").exits(1).complains("variable nobody");
        target.livemark("latency", "work.begin", "work.ended").exits(1).complains("there is work.end");
        target.livemark("stack", "order.placed", "--html", "/there/is/no/such/file")
                .exits(1)
                .complains("cannot be written");
        target.livemark("hist", "order.placed", "total", "--linear", "5,1,1").exits(2);
        target.livemark("count", "order.placed", "--where", "total")
                .exits(1)
                .complains("double cannot be converted to boolean");
        target.livemark("count", "nothing.*").exits(1).complains("matches nothing.*");
        target.say("wrong 1").printsNothing();
        target.livemark("count", "wrong.*")
                .exits(1)
                .complains("nothing that matches wrong.* can be looked at; ")
                .complains("2 arguments");
    }

    private static Child look(String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at ");
        return look;
    }
}
