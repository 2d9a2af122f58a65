/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
            List.of(
                    new Marker.Site("shop.Orders", "place", 42, "guarded", ""),
                    new Marker.Site("shop.Orders", "replay", 77, "shim", "a loop is running")),
            Marker.State.ARMED,
            "",
            List.of("SlowOrders"),
            1234);
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
                List.of("shop.Orders.refund:90: 1 field, not 2"));
        agent.answers(
                Request.ListMarkers.class, new Reply.Markers(List.of(), List.of(probe), List.of("A was not read")));
        assertEquals(
                lines(
                        "no marker in 4711000 (shop.ShopServer) matches order.*",
                        "",
                        "PROBE       CLASS            ON       DELIVERIES  EXCEPTIONS  STATE",
                        "SlowOrders  shop.SlowOrders  order.*  7           1           draining",
                        "    first exception: java.lang.Error: boom",
                        "    2 hits from inside a handler suppressed",
                        "    out, but a handler is still running; not closed before it returns",
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
        agent.answers(Request.ListMarkers.class, new Reply.Markers(markers, probes, List.of()));
    }

    private static Marker marker(String name, Marker.State state, String reason) {
        return new Marker(name, List.of(), List.of(), state, reason, List.of(), 0);
    }
}
