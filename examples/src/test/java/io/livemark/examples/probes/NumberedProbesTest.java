/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every numbered probe and calls its handlers as the shop's marks would. */
class NumberedProbesTest {

    private static final Site SITE = new Site("db.query", "shop.Database", "query", 45);

    @TempDir
    private Path classes;

    @Test
    void each_says_in_its_head_how_to_run_it_and_fits_on_a_screen() throws Exception {
        assertEquals(5, CompiledProbe.files().size());
        for (Path file : CompiledProbe.files()) {
            String source = Files.readString(file);
            String number = file.getParent().getFileName().toString().substring(0, 2);
            assertTrue(source.contains("/**\n * " + number + ". "), file + " has no number");
            assertTrue(source.contains("attach-cli/bin/livemark load shop examples/" + file), file + " has no command");
            assertTrue(source.contains(" * Expect "), file + " does not say what to expect");
            assertTrue(source.lines().count() <= 90, file + " is too long");
        }
    }

    @Test
    void p01_counts_by_status() throws Exception {
        Recorded said = new Recorded(Map.of("every", "3"));
        CompiledProbe probe = compiled("01-count-by-status/CountByStatus.java", said);
        assertEquals("{http.request.end=[String, int, long]}", probe.handlers());
        probe.hit("http.request.end", "/items", 200, 1L);
        probe.hit("http.request.end", "/orders/7", 404, 1L);
        probe.hit("http.request.end", "/items", 200, 1L);
        probe.hit("http.request.end", "/items", 200, 1L);
        assertEquals(List.of(List.of("200=2 404=1")), said.events);
        probe.close();
        assertEquals(List.of("in all: 200=3 404=1"), said.log);
    }

    @Test
    void p02_shows_slow_queries_with_their_site() throws Exception {
        Recorded said = new Recorded(Map.of("millis", "10"));
        CompiledProbe probe = compiled("02-slow-queries/SlowQueries.java", said);
        assertEquals("{db.query=[Site, String, long]}", probe.handlers());
        probe.hit("db.query", SITE, "SELECT 1", 9_999_999L);
        probe.hit("db.query", SITE, "SELECT 2", 12_000_000L);
        assertEquals(List.of(List.of("12 ms", "SELECT 2", "shop.Database.query:45")), said.events);
    }

    @Test
    void p03_maps_latencies_from_begin_to_end() throws Exception {
        Recorded said = new Recorded(Map.of("every", "2"));
        CompiledProbe probe = compiled("03-latency-map/LatencyMap.java", said);
        assertEquals("{http.request.begin=[String, String], http.request.end=[String, int, long]}", probe.handlers());
        probe.hit("http.request.end", "/begun-before-the-probe", 200, 1L);
        for (int i = 0; i < 2; i++) {
            probe.hit("http.request.begin", "GET", "/items");
            Thread.sleep(20);
            probe.hit("http.request.end", "/items", 200, 1L);
        }
        String map = said.events.toString();
        assertTrue(map.matches("(?s).*\\b(16384|[3-9]\\d{4}|\\d{6,}) us +[12] #+.*"), map);
        probe.close();
        assertEquals(List.of("measured 2 requests"), said.log);
    }

    @Test
    void p04_throws_at_every_third_hit() throws Exception {
        CompiledProbe probe = compiled("04-throws-every-third/ThrowsEveryThird.java", new Recorded(Map.of()));
        assertEquals("{order.placed=[long, String, double]}", probe.handlers());
        for (int i = 0; i < 3; i++) {
            probe.hit("order.placed", 1L, "oak-lamp", 9.5);
            probe.hit("order.placed", 2L, "oak-lamp", 9.5);
            Exception thrown =
                    assertThrows(IllegalStateException.class, () -> probe.hit("order.placed", 3L, "oak-lamp", 9.5));
            assertEquals("order 3 is a third one", thrown.getMessage());
        }
    }

    @Test
    void p05_tells_of_refunds() throws Exception {
        Recorded said = new Recorded(Map.of());
        CompiledProbe probe = compiled("05-waits-for-refund/WaitsForRefund.java", said);
        assertEquals("{refund.paid=[Site, long, double]}", probe.handlers());
        probe.hit("refund.paid", SITE, 1001L, 9.5);
        assertEquals(List.of(List.of("refund", 1001L, 9.5, "shop.Database.query:45")), said.events);
    }

    private CompiledProbe compiled(String file, Recorded context) throws Exception {
        return CompiledProbe.of(Path.of("probes").resolve(file), classes, context);
    }
}
