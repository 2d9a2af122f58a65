/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Listing;
import io.livemark.it.probes.AnyProbe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What can be seen before any probe was loaded: {@code list} is the first command that the agent hears. */
@HoweverTheAgentComes
class ListIT {

    @Parameter
    Arrival arrival;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = arrival == Arrival.AT_START
                ? ForkedJvm.start(ListTarget.class, arrival)
                : ForkedJvm.startWithoutAgent(ListTarget.class);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void all_markers_of_the_loaded_classes_are_listed_though_none_was_run() {
        Listing list = target.list();
        assertTrue(
                list.markers().containsAll(List.of("list.order", "list.evaluated", "list.label", "list.armed")),
                list.markers().toString());
        assertEquals("id java.lang.String, total double", list.fields("list.order"));
        assertEquals("length int", list.fields("list.evaluated"));
        assertEquals("", list.fields("list.label"));
        list.shows("list.order", "idle").shows("list.label", "idle");
        assertEquals(0, list.hits("list.order"));
    }

    @Test
    void the_names_in_the_json_are_as_promised() {
        Listing list = target.list("list.order", "--sites");
        assertEquals(List.of("list.order"), list.markers());
        Map<String, Object> marker = list.marker("list.order");
        assertEquals(Set.of("marker", "fields", "sites", "state", "probes", "hits"), marker.keySet());
        assertEquals(List.of(), marker.get("probes"));
        List<Map<String, Object>> sites = list.sites("list.order");
        assertEquals(2, sites.size());
        assertEquals(
                Set.of("order", "again"),
                Set.of(sites.get(0).get("method"), sites.get(1).get("method")));
        for (Map<String, Object> site : sites) {
            assertTrue(site.keySet().containsAll(Set.of("class", "method", "line", "form")), site.toString());
            assertEquals("io.livemark.it.cli.ListTarget", site.get("class"));
            assertTrue((Double) site.get("line") > 10, site.toString());
        }
    }

    @Test
    void a_malformed_marker_is_listed_with_the_reason() {
        malformed("list.count a={}", "2 arguments");
        malformed("list.twice a={} a={}", "stands twice");
        malformed("list.field a-b={}", "a-b");
        malformed("list wrong name", "wrong");
        malformed("", "the name ''");
    }

    @Test
    void a_mark_without_a_constant_name_is_reported() {
        target.livemark("list", "--sites")
                .exits(0)
                .saysLike(
                        "ListTarget\\.wrong:\\d+ unreachable \\(unnamed: the first argument is not a string constant");
    }

    @Test
    void a_malformed_mark_is_never_armed_and_never_throws() {
        target.load(AnyProbe.class).exits(0);
        List<String> lines = target.say("run x").lines();
        assertEquals(
                List.of(
                        "hit list.order [o, 1.0]",
                        "hit list.order [o, 4.0]",
                        "hit list.evaluated [1]",
                        "hit list.label []",
                        "hit list.armed []"),
                lines);
        Listing active = target.list("--active");
        assertTrue(active.markers().contains("list.order"));
        assertTrue(
                !active.markers().contains("list.count a={}"), active.markers().toString());
        assertEquals(2, active.hits("list.order"));
        assertEquals(List.of("AnyProbe"), active.marker("list.order").get("probes"));
    }

    @Test
    void the_table_shows_markers_and_sites() {
        target.livemark("list", "list.o*", "--sites")
                .exits(0)
                .saysLike("(?m)^list\\.order +id:String total:double +idle +2 +0 ")
                .saysLike("(?m)^ +io\\.livemark\\.it\\.cli\\.ListTarget\\.order:\\d+ ");
    }

    private void malformed(String spec, String reason) {
        Listing list = target.list();
        list.shows(spec, "malformed");
        String shown = (String) list.marker(spec).get("reason");
        if (shown == null || !shown.contains(reason)) {
            throw list.failure("the reason of '" + spec + "' was to tell of '" + reason + "'");
        }
    }
}
