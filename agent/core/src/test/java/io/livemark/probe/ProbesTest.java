/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static io.livemark.probe.Application.ORDERS;
import static io.livemark.probe.Application.RETURNS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Holder;
import io.livemark.protocol.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes on a program that runs in this JVM; only the Instrumentation is not real. */
class ProbesTest {

    private Application application;
    private TestAgent agent;

    @BeforeEach
    void an_application_with_the_agent(@TempDir Path folder) throws IOException {
        application = new Application(folder);
        agent = new TestAgent(application);
    }

    @AfterEach
    void the_agent_goes() throws IOException {
        agent.close();
    }

    @Test
    void a_probe_gets_the_hits_of_linked_sites_until_it_is_unloaded() throws Exception {
        application.define("shop.Orders", ORDERS);
        application.run("shop.Orders", "idle", 1);
        Probes.Loaded loaded = agent.load("Counter", "order.placed", "String id, long total", "id, total");
        assertEquals(1, loaded.markers());
        assertEquals(1, loaded.sites());
        assertEquals(0, loaded.retransformed());
        assertEquals(List.of(), loaded.waiting());
        application.run("shop.Orders", "a", 2);
        assertEquals(List.of("a 2"), agent.said());

        Receipt receipt = agent.unload(loaded.probe());
        assertEquals(1, receipt.deliveries());
        assertEquals(Receipt.Closing.NONE, receipt.closing());
        assertEquals(receipt, loaded.probe().receipt().getNow(null));
        application.run("shop.Orders", "late", 3);
        assertEquals(List.of(), agent.said());
        assertFalse(LivemarkBridge.marker("order.placed").armed());
        assertEquals(List.of(), agent.probes.loaded());
    }

    @Test
    void a_probe_waits_for_markers_that_are_not_there_yet() throws Exception {
        Probes.Loaded loaded = agent.load("Counter", "order.placed", "String id, int total", "id");
        assertEquals(List.of("order.placed"), loaded.waiting());
        application.define("shop.Orders", ORDERS);
        application.run("shop.Orders", "first", 1);
        assertEquals(List.of("first"), agent.said());
    }

    @Test
    void a_pattern_reaches_all_its_markers() throws Exception {
        application.define("shop.Orders", ORDERS);
        application.define("shop.Returns", RETURNS);
        Probes.Loaded loaded =
                agent.load("All", "order.*", "io.livemark.Site site, Object[] all", "site.marker(), all.length");
        assertEquals(2, loaded.markers());
        application.run("shop.Orders", "a", 1);
        application.run("shop.Returns", "a");
        assertEquals(List.of("order.placed 2", "order.returned 1"), agent.said());
    }

    @Test
    void a_misfit_is_refused_with_site_and_types_and_nothing_changes() throws Exception {
        application.define("shop.Orders", ORDERS);
        application.define("shop.Returns", RETURNS);
        application.run("shop.Orders", "a", 1);
        Refusal refusal = assertThrows(
                Refusal.class, () -> agent.load("Misfit", "order.*", "String id, String total", "\"constructed\""));
        assertEquals(
                "Misfit was not loaded: its method hit takes java.lang.String for the field 'total', the mark passes int:"
                        + " order.placed(java.lang.String, int) at shop.Orders.run:4\n"
                        + "  its method hit takes 2 fields, the mark passes 1 field:"
                        + " order.returned(java.lang.String) at shop.Returns.run:4",
                refusal.getMessage());
        assertTrue(refusal.hint().contains(" order.placed --sites"), refusal.hint());
        assertEquals(List.of(), agent.probes.loaded());
        assertFalse(LivemarkBridge.marker("order.placed").armed());
    }

    @Test
    void a_constructor_that_throws_is_refused_and_nothing_changes() throws Exception {
        application.define("shop.Orders", ORDERS);
        application.run("shop.Orders", "a", 1);
        String source = "public class Bad { public Bad() { throw new IllegalStateException(\"no\"); }"
                + " @io.livemark.Probe(\"order.placed\") void hit(Object[] all) {} }";
        Refusal refusal = assertThrows(Refusal.class, () -> agent.load("Bad", source));
        assertEquals(
                "Bad was not loaded: its constructor threw java.lang.IllegalStateException: no", refusal.getMessage());
        assertFalse(LivemarkBridge.marker("order.placed").armed());
    }

    @Test
    void a_site_that_links_later_and_does_not_fit_is_told_and_left_out() throws Exception {
        Probes.Loaded loaded = agent.load("Early", "order.*", "String id, int total", "id");
        application.define("shop.Returns", RETURNS);
        application.run("shop.Returns", "a");
        assertEquals(List.of(), agent.said());
        assertEquals(
                List.of("its method hit takes 2 fields, the mark passes 1 field:"
                        + " order.returned(java.lang.String) at shop.Returns.run:4"),
                loaded.probe().misfits());
    }

    @Test
    void names_are_given_once() throws Exception {
        agent.load("Counter", "a", "", "1");
        Refusal refusal = assertThrows(Refusal.class, () -> agent.load("Counter", "b", "", "1"));
        assertEquals("a probe named Counter is loaded already", refusal.getMessage());
        assertEquals(1, agent.probes.loaded().size());
    }

    @Test
    void two_probes_on_a_marker_come_and_go_without_each_other() throws Exception {
        application.define("shop.Orders", ORDERS);
        LiveProbe one = agent.load("One", "order.placed", "Object[] all", "1").probe();
        LiveProbe two = agent.load("Two", "order.*", "Object[] all", "2").probe();
        application.run("shop.Orders", "a", 1);
        agent.unload(one);
        application.run("shop.Orders", "a", 1);
        assertEquals(List.of("1", "2", "2"), agent.said());
        assertEquals(List.of(two), agent.probes.loaded());
        assertEquals(List.of(), agent.probes.unload(List.of(one), Receipt.Cause.UNLOADED), "is out already");
    }

    @Test
    void a_probe_that_throws_too_often_is_handed_over_once() throws Exception {
        application.define("shop.Orders", ORDERS);
        LiveProbe probe = agent.load("Thrower", "order.placed", "Object[] all", "1 / (all.length - 2)")
                .probe();
        for (int i = 0; i < 120; i++) {
            application.run("shop.Orders", "a", i);
        }
        assertEquals(List.of(probe), agent.faulty);
        assertEquals(120, probe.exceptions());
    }

    @Test
    void a_probe_that_throws_too_often_goes_with_the_next_look_where_nobody_could_be_told() throws Exception {
        application.define("shop.Orders", ORDERS);
        LiveProbe probe = agent.load("Thrower", "order.placed", "Object[] all", "1 / (all.length - 2)")
                .probe();
        for (int i = 0; i < 99; i++) {
            application.run("shop.Orders", "a", i);
        }
        assertTrue(agent.probes.keepBudget());
        application.run("shop.Orders", "a", 99);
        // The test's agent does nothing when it is told.
        assertFalse(agent.probes.keepBudget());
        assertEquals(List.of(), agent.probes.loaded());
        assertEquals(Receipt.Cause.FAULTY, agent.probes.last(probe.name()).cause());
    }

    @Test
    void an_unload_does_not_close_under_a_running_handler() throws Exception {
        application.define("shop.Orders", ORDERS);
        LiveProbe probe = agent.load("Slow", """
                        public class Slow implements AutoCloseable {
                            private final io.livemark.ProbeContext context;
                            public Slow(io.livemark.ProbeContext context) { this.context = context; }
                            @io.livemark.Probe("order.placed") void hit(Object[] all) throws Exception {
                                java.util.concurrent.CountDownLatch[] gates =
                                        (java.util.concurrent.CountDownLatch[]) System.getProperties().get("gates");
                                gates[0].countDown();
                                gates[1].await();
                            }
                            @Override public void close() { context.emit("closed"); }
                        }
                        """).probe();
        CountDownLatch[] gates = {new CountDownLatch(1), new CountDownLatch(1)};
        System.getProperties().put("gates", gates);
        Thread thread = new Thread(() -> {
            try {
                application.run("shop.Orders", "a", 1);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        gates[0].await();
        assertEquals(Receipt.Closing.PENDING, agent.unload(probe).closing());
        assertEquals(List.of(probe), agent.probes.draining());
        Ending ending = agent.probes.endings().get(0);
        assertFalse(ending.receipt().isDrained());
        assertEquals(List.of(), agent.said());
        Refusal refusal = assertThrows(Refusal.class, () -> agent.load("Slow", "order.placed", "Object[] all", "1"));
        assertEquals("a probe named Slow is out, but still draining", refusal.getMessage());
        List<Holder> holders = Holders.look().of(probe.loaders());
        assertEquals(1, holders.size(), holders.toString());
        assertEquals(thread.getId(), holders.get(0).id());
        List<String> stack = holders.get(0).stack();
        assertTrue(stack.contains("Slow.hit(Slow.java:8)"), stack.toString());
        assertTrue(stack.stream().anyMatch(frame -> frame.startsWith("shop.Orders.run(")), stack.toString());
        LiveProbe other = agent.load("Other", "other", "", "1").probe();
        assertEquals(Receipt.Closing.NONE, agent.unload(other).closing(), "is not held up");
        CountDownLatch allClosed = new CountDownLatch(1);
        agent.probes.whenAllClosed(allClosed::countDown);
        assertEquals(1, allClosed.getCount());
        gates[1].countDown();
        thread.join();
        System.getProperties().remove("gates");
        assertTrue(allClosed.await(20, TimeUnit.SECONDS), "is closed by itself");
        assertTrue(ending.isClosed());
        assertEquals(List.of(), agent.probes.draining());
        assertEquals(List.of("closed"), agent.said());
        Receipt last = agent.probes.last("Slow");
        assertEquals(Receipt.Closing.CLOSED, last.closing());
        assertTrue(last.drainedNanos() >= Ending.PATIENCE.toNanos(), last.sentence());
    }

    @Test
    void a_class_that_was_there_before_the_agent_is_retransformed_when_a_probe_needs_it() throws Exception {
        application.defineUnseen("shop.Orders", ORDERS);
        application.defineUnseen("shop.Returns", RETURNS);
        agent = new TestAgent(application, false, step -> {});
        assertEquals(2, agent.weaver.marked().size());
        Probes.Loaded loaded = agent.load("Counter", "order.placed", "String id, int total", "id");
        assertEquals(1, loaded.retransformed());
        assertEquals("shop.Orders", application.retransformed.get(0).getName());
        assertEquals(1, application.retransformed.size());
        agent.unload(loaded.probe());
        agent.load("Again", "order.placed", "String id, int total", "id");
        assertEquals(1, application.retransformed.size(), "once is enough");
    }

    @Test
    void a_class_that_must_be_left_alone_is_reached_by_the_shim() throws Exception {
        application.defineUnseen("shop.Orders", ORDERS);
        application.isModifiable = false;
        agent = new TestAgent(application, false, step -> {});
        LiveProbe probe = agent.load(
                        "Counter", "order.placed", "io.livemark.Site site, String id, int total", "site, id, total")
                .probe();
        assertEquals(0, application.retransformed.size());
        application.run("shop.Orders", "a", 1);
        assertEquals(1, probe.deliveries());
        assertEquals(0, probe.exceptions(), probe.firstException());
        agent.unload(probe);
        application.run("shop.Orders", "b", 2);
        assertEquals(1, probe.deliveries());
        assertFalse(LivemarkBridge.marker(LivemarkBridge.SHIM).armed());
    }

    @Test
    void a_label_is_reached_by_the_shim_also_where_its_class_comes_later() throws Exception {
        agent.load("Counter", "order.label", "io.livemark.Site site", "site.toString()");
        application.define("shop.Labelled", """
                package shop;
                public class Labelled {
                    public static void run() { io.livemark.Mark.label("order.label"); }
                }
                """);
        application.run("shop.Labelled");
        assertEquals(List.of("shop.Labelled.run:3"), agent.said());
    }
}
