/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Holder;
import io.livemark.protocol.LoadedProbe;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTest extends CommandTestBase {

    private static final Marker PLACED = new Marker(
            "order.placed",
            List.of(new Marker.Field("id", "java.lang.String"), new Marker.Field("total", "double")),
            List.of(),
            List.of(
                    new Marker.Site("shop.Orders", "place", 42, "guarded", ""),
                    new Marker.Site("shop.Orders", "replay", 77, "shim", "a loop is running")),
            Marker.State.ARMED,
            "",
            List.of("SlowOrders"),
            1234);
    private static final List<Holder> HOLDERS = List.of(
            new Holder(
                    "worker-3",
                    31,
                    false,
                    "WAITING",
                    List.of("java.lang.Object.wait(Native Method)", "shop.SlowOrders.placed(SlowOrders.java:12)")),
            new Holder("", 99, true, "RUNNABLE", List.of("shop.SlowOrders.placed(SlowOrders.java:13)")));
    private static final Marker BEGIN = marker("request.begin", Marker.State.IDLE, "");
    private static final Marker LATER = marker("later", Marker.State.WAITING, "");
    private static final Marker BAD = marker("no \"field\"={}", Marker.State.MALFORMED, "a name has no spaces");

    @Test
    void list_shows_a_marker_a_line() {
        answer(List.of(PLACED, BEGIN, BAD), List.of());
        assertEquals(
                new Ran(
                        0,
                        lines(
                                "MARKER         FIELDS                  STATE      SITES  HITS  PROBES",
                                "order.placed   id:String total:double  armed      2      1234  SlowOrders",
                                "request.begin  -                       idle       0      0     -",
                                "no \"field\"={}  -                       malformed  0      0     -",
                                "    a name has no spaces"),
                        ""),
                livemark("list", "4711000"));
        assertEquals("*", agent.only(Request.ListMarkers.class).pattern());
    }

    @Test
    void sites_are_shown_below_their_marker() {
        answer(List.of(PLACED), List.of());
        assertEquals(
                lines(
                        "MARKER        FIELDS                  STATE  SITES  HITS  PROBES",
                        "order.placed  id:String total:double  armed  2      1234  SlowOrders",
                        "    shop.Orders.place:42 guarded",
                        "    shop.Orders.replay:77 shim (a loop is running)"),
                livemark("list", "4711000", "order.*", "--sites").out());
        assertEquals("order.*", agent.only(Request.ListMarkers.class).pattern());
    }

    @Test
    void active_leaves_out_what_is_idle_or_malformed() {
        answer(List.of(PLACED, BEGIN, LATER, BAD), List.of());
        assertEquals(
                lines(
                        "MARKER        FIELDS                  STATE    SITES  HITS  PROBES",
                        "order.placed  id:String total:double  armed    2      1234  SlowOrders",
                        "later         -                       waiting  0      0     -"),
                livemark("list", "4711000", "--active").out());
    }

    @Test
    void probes_and_notes_follow_the_markers() {
        LoadedProbe probe = new LoadedProbe(
                "SlowOrders",
                "shop.SlowOrders",
                List.of("order.*"),
                LoadedProbe.State.DRAINING,
                7,
                1,
                "java.lang.Error: boom\n\tat shop.SlowOrders",
                2,
                List.of("shop.Orders.refund:90: 1 field, not 2"),
                HOLDERS,
                0);
        agent.answers(
                Request.ListMarkers.class, new Reply.Markers(List.of(), List.of(probe), List.of("A was not read"), 0));
        assertEquals(
                lines(
                        "no marker in 4711000 (shop.ShopServer) matches order.*",
                        "",
                        "PROBE       CLASS            ON       DELIVERIES  EXCEPTIONS  STATE",
                        "SlowOrders  shop.SlowOrders  order.*  7           1           draining",
                        "    first exception: java.lang.Error: boom",
                        "    2 hits from inside a handler suppressed",
                        "    out, but a handler is still running; not closed before it returns",
                        "    held by thread \"worker-3\" #31, waiting",
                        "        java.lang.Object.wait(Native Method)",
                        "        shop.SlowOrders.placed(SlowOrders.java:12)",
                        "    held by virtual thread #99, runnable",
                        "        shop.SlowOrders.placed(SlowOrders.java:13)",
                        "    not called: shop.Orders.refund:90: 1 field, not 2",
                        "note: A was not read"),
                livemark("list", "4711000", "order.*").out());
    }

    @Test
    void json_has_stable_names_and_escapes_what_it_must() {
        answer(List.of(PLACED, BAD), List.of());
        assertEquals(
                lines("[{\"marker\":\"order.placed\","
                        + "\"fields\":[{\"name\":\"id\",\"type\":\"java.lang.String\"},"
                        + "{\"name\":\"total\",\"type\":\"double\"}],"
                        + "\"sites\":[{\"class\":\"shop.Orders\",\"method\":\"place\",\"line\":42,\"form\":\"guarded\"},"
                        + "{\"class\":\"shop.Orders\",\"method\":\"replay\",\"line\":77,\"form\":\"shim\","
                        + "\"reason\":\"a loop is running\"}],"
                        + "\"state\":\"armed\",\"probes\":[\"SlowOrders\"],\"hits\":1234},"
                        + "{\"marker\":\"no \\\"field\\\"={}\",\"fields\":[],\"sites\":[],\"state\":\"malformed\","
                        + "\"reason\":\"a name has no spaces\",\"probes\":[],\"hits\":0}]"),
                livemark("list", "4711000", "--json").out());
    }

    @Test
    void probes_alone_are_a_table_or_json_with_stable_names() {
        answer(
                List.of(PLACED),
                List.of(
                        new LoadedProbe(
                                "A",
                                "shop.A",
                                List.of("order.*", "x"),
                                LoadedProbe.State.DRAINING,
                                7,
                                1,
                                "boom\n  at shop.A.hit(A.java:7)",
                                2,
                                List.of("m"),
                                HOLDERS.subList(1, 2),
                                0),
                        new LoadedProbe(
                                "B",
                                "shop.B",
                                List.of("y"),
                                LoadedProbe.State.LOADED,
                                0,
                                0,
                                "",
                                0,
                                List.of(),
                                List.of(),
                                0)));
        assertEquals(
                lines("[{\"probe\":\"A\",\"class\":\"shop.A\",\"on\":[\"order.*\",\"x\"],\"state\":\"draining\","
                        + "\"deliveries\":7,\"exceptions\":1,\"firstException\":\"boom\\u000a  at shop.A.hit(A.java:7)\",\"suppressed\":2,"
                        + "\"misfits\":[\"m\"],\"holders\":[{\"thread\":\"\",\"id\":99,\"virtual\":true,"
                        + "\"state\":\"runnable\",\"stack\":[\"shop.SlowOrders.placed(SlowOrders.java:13)\"]}]},"
                        + "{\"probe\":\"B\",\"class\":\"shop.B\",\"on\":[\"y\"],\"state\":\"loaded\","
                        + "\"deliveries\":0,\"exceptions\":0,\"suppressed\":0,\"misfits\":[],\"holders\":[]}]"),
                livemark("list", "4711000", "--probes", "--json").out());
        String table = livemark("list", "4711000", "--probes").out();
        assertTrue(table.startsWith("PROBE  CLASS"), table);
        assertTrue(table.contains("    first exception: boom\n        at shop.A.hit(A.java:7)\n"), table);
        assertTrue(table.endsWith("B      shop.B  y          0           0           loaded\n"), table);
    }

    @Test
    void where_there_is_no_probe_that_is_said() {
        answer(List.of(PLACED), List.of());
        assertEquals(
                lines("no probe is loaded in 4711000 (shop.ShopServer)"),
                livemark("list", "4711000", "--probes").out());
        assertEquals(
                lines("[]"), livemark("list", "4711000", "--probes", "--json").out());
    }

    @Test
    void json_of_nothing_is_an_empty_array() {
        answer(List.of(), List.of());
        assertEquals(
                lines("[]"), livemark("list", "4711000", "--json", "--active").out());
    }

    @Test
    void control_characters_and_surrogates_are_escaped() {
        assertEquals(
                "\"\\u000a\\u0000ü\\ud83d\\ude00\\\\\"",
                new Json().value("\n\0ü😀\\").toString());
    }

    private void answer(List<Marker> markers, List<LoadedProbe> probes) {
        agent.answers(Request.ListMarkers.class, new Reply.Markers(markers, probes, List.of(), 0));
    }

    private static Marker marker(String name, Marker.State state, String reason) {
        return new Marker(name, List.of(), List.of(), List.of(), state, reason, List.of(), 0);
    }
}
