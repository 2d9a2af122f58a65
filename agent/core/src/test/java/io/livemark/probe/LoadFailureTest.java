/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Limits;
import io.livemark.weave.ClassFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A load that fails, at every step: all or nothing. */
class LoadFailureTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final String SHOP = """
            package shop;
            public class Shop {
                public static class Order {}
                public static void run() {
                    io.livemark.Mark.mark("NAME.order order={}", new Order());
                    io.livemark.Mark.mark("NAME.total total={}", 5);
                }
            }
            """;

    private static final String VICTIM = """
            public class Victim implements AutoCloseable {
                private final io.livemark.ProbeContext context;
                public Victim(io.livemark.ProbeContext context) { this.context = context; context.emit("constructed"); }
                @io.livemark.Probe("NAME.order") void order(%s order) { context.emit("order"); }
                @io.livemark.Probe("NAME.total") void total(long total) { context.emit("total " + total); }
                @Override public void close() { context.emit("closed"); }
            }
            """;

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Markers stay in the JVM, and their sites as long as the loaders of other tests do. */
    private final String name = "shop" + TESTS.incrementAndGet();

    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    private final Map<String, byte[]> files = new HashMap<>();
    private String without = "";
    private LoadStep.Onlooker onlooker = step -> {};
    private Application application;
    private TestAgent agent;
    private Probes probes;

    @BeforeEach
    void an_application_with_the_agent(@TempDir Path folder) throws Exception {
        application = new Application(folder);
        agent = new TestAgent(application, true, step -> onlooker.at(step));
        probes = agent.probes;
        application.define("shop.Shop", SHOP.replace("NAME", name));
    }

    @AfterEach
    void the_agent_goes() throws IOException {
        agent.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_error_after_this_step_leaves_nothing_behind(LoadStep last) throws Exception {
        application.run("shop.Shop");
        onlooker = step -> {
            if (step == last) {
                throw new AssertionError("injected");
            }
        };
        assertThrows(AssertionError.class, () -> load(VICTIM.formatted("Object")));
        nothingIsLeft(last);
    }

    @Test
    void a_probe_is_said_to_be_called_once_its_guards_are_on() throws Exception {
        application.run("shop.Shop");
        Map<LoadStep, Boolean> called = new EnumMap<>(LoadStep.class);
        onlooker = step -> probes.loaded().forEach(probe -> called.put(step, probe.isCalled()));
        load(VICTIM.formatted("Object"));
        assertEquals(Map.of(LoadStep.ARMED, false, LoadStep.AIMED, false, LoadStep.FLIPPED, true), called);
    }

    @ParameterizedTest
    @EnumSource
    void memory_that_runs_out_after_this_step_is_a_refusal(LoadStep last) throws Exception {
        onlooker = step -> {
            if (step == last) {
                throw new OutOfMemoryError("injected");
            }
        };
        Refusal refusal = assertThrows(Refusal.class, () -> load(VICTIM.formatted("shop.Shop.Order")));
        assertEquals("Victim was not loaded: java.lang.OutOfMemoryError: injected", refusal.getMessage());
        nothingIsLeft(last);
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_links_just_then_is_no_target_of_a_load_that_fails(LoadStep last) throws Exception {
        onlooker = step -> {
            if (step == last) {
                try {
                    application.run("shop.Shop");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                throw new AssertionError("injected");
            }
        };
        assertThrows(AssertionError.class, () -> load(VICTIM.formatted("shop.Shop.Order")));
        nothingIsLeft(last);
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_links_just_then_is_a_target_of_a_load_that_succeeds(LoadStep when) throws Exception {
        onlooker = step -> {
            if (step == when) {
                try {
                    application.run("shop.Shop");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
        load(VICTIM.formatted("shop.Shop.Order"));
        agent.said();
        application.run("shop.Shop");
        assertEquals(List.of("order", "total 5"), agent.said());
    }

    @Test
    void a_name_is_free_again_after_each_failure_and_taken_while_it_is_being_loaded() throws Exception {
        List<String> refusals = new ArrayList<>();
        onlooker = step -> {
            if (step == LoadStep.CONSTRUCTED && refusals.isEmpty()) {
                refusals.add("");
                refusals.add(assertThrows(Refusal.class, () -> load(VICTIM.formatted("Object")))
                        .getMessage());
            }
        };
        load(VICTIM.formatted("Object"));
        assertEquals("a probe named Victim is being loaded", refusals.get(1));
        assertEquals(1, probes.loaded().size());
    }

    @Test
    void nothing_is_loaded_any_more_once_the_agent_is_leaving() {
        onlooker = step -> {
            if (step == LoadStep.CONSTRUCTED) {
                assertDoesNotThrow(probes::leave);
            }
        };
        Refusal refusal = assertThrows(Refusal.class, () -> load(VICTIM.formatted("Object")));
        assertEquals("the agent is leaving this JVM: a client has asked it to detach", refusal.getMessage());
        assertEquals(List.of("constructed", "closed"), agent.said());
        assertThrows(Refusal.class, () -> load(VICTIM.formatted("Object")));
        assertEquals(List.of(), agent.said());
    }

    @Test
    void a_type_of_the_same_name_that_the_probe_brings_is_another_and_the_refusal_says_whose_they_are() {
        files.put("shop/Shop$Order.class", ClassFiles.compile("shop.Shop", SHOP).get("shop/Shop$Order"));
        Refusal refusal = assertThrows(Refusal.class, () -> load(VICTIM.formatted("shop.Shop.Order")));
        String loader = "the loader java.net.URLClassLoader@"
                + Integer.toHexString(System.identityHashCode(application.loader()));
        assertEquals(
                "Victim was not loaded: its method order takes shop.Shop$Order of the probe's own files for the field 'order',"
                        + " the mark passes shop.Shop$Order of " + loader + ": " + name
                        + ".order(shop.Shop$Order) at shop.Shop.run:5",
                refusal.getMessage());
        assertEquals(List.of(), agent.said());
    }

    @Test
    void a_nested_class_that_is_not_among_the_files_is_missed_at_once() {
        String source = """
                public class Victim {
                    @io.livemark.Probe("NAME.total") void total(long total) { new Nested().help(); }
                    static class Nested { void help() {} }
                }
                """;
        without = "Victim$Nested";
        Refusal refusal = assertThrows(Refusal.class, () -> load(source));
        String loader = "the loader java.net.URLClassLoader@"
                + Integer.toHexString(System.identityHashCode(application.loader()));
        assertEquals(
                "Victim was not loaded: it names Victim$Nested, which is not among its files, nor found by " + loader,
                refusal.getMessage());
        assertEquals("a nested class is a file of its own: load a directory or a jar that has both", refusal.hint());
    }

    @Test
    void an_initialiser_that_throws_is_told_with_what_it_threw() {
        Refusal refusal = assertThrows(Refusal.class, () -> load("""
                public class Victim {
                    static final int BAD = Integer.parseInt("bad");
                    @io.livemark.Probe("NAME.total") void total(long total) {}
                }
                """));
        assertEquals(
                "Victim was not loaded: its initialiser threw java.lang.NumberFormatException: For input string: \"bad\"",
                refusal.getMessage());
    }

    @Test
    void an_exception_that_cannot_be_printed_is_told_by_name() {
        Refusal refusal = assertThrows(Refusal.class, () -> load("""
                public class Victim {
                    static class Mean extends RuntimeException {
                        @Override public String toString() { throw this; }
                    }
                    public Victim() { throw new Mean(); }
                    @io.livemark.Probe("NAME.total") void total(long total) {}
                }
                """));
        assertEquals("Victim was not loaded: its constructor threw Victim$Mean", refusal.getMessage());
    }

    @Test
    void the_api_comes_from_the_agent_whatever_copy_the_probe_brings() throws Exception {
        files.put("io/livemark/Probe.class", ClassFiles.of(io.livemark.Probe.class));
        files.put("io/livemark/ProbeContext.class", ClassFiles.of(io.livemark.ProbeContext.class));
        load(VICTIM.formatted("Object"));
        application.run("shop.Shop");
        assertEquals(List.of("constructed", "order", "total 5"), agent.said());
    }

    private void nothingIsLeft(LoadStep last) throws Exception {
        List<String> said = agent.said();
        int constructed = last.compareTo(LoadStep.CONSTRUCTED) < 0 ? 0 : 1;
        assertEquals(constructed, said.stream().filter("constructed"::equals).count());
        assertEquals(constructed == 0 ? -1 : said.size() - 1, said.indexOf("closed"), "closed last");
        assertEquals(List.of(), probes.loaded());
        assertEquals(List.of(), probes.draining());
        for (String marker : List.of(name + ".order", name + ".total")) {
            assertFalse(LivemarkBridge.marker(marker).armed(), marker);
        }
        application.run("shop.Shop");
        assertEquals(List.of(), agent.said());
        assertEquals(0, LivemarkHomes.kept(application.loader()), "what the loader of the application keeps");
        theLoaderGoes();
        theThreadsGo();
        onlooker = step -> {};
        load(VICTIM.formatted("shop.Shop.Order"));
        application.run("shop.Shop");
        assertEquals(List.of("constructed", "order", "total 5"), agent.said());
    }

    /** The JVM itself says which loaders it has. */
    private static void theLoaderGoes() throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (loaders().contains("livemark-probe-Victim")) {
            assertTrue(System.nanoTime() < deadline, () -> "the loader of the probe is still there:\n" + loaders());
            System.gc();
        }
    }

    /** Those that have done their work may take a moment to end. */
    private void theThreadsGo() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Set<Thread> left = new HashSet<>();
        do {
            left.clear();
            left.addAll(Thread.getAllStackTraces().keySet());
            left.removeAll(threadsBefore);
            left.removeIf(thread -> !thread.getName().startsWith("livemark"));
            assertTrue(System.nanoTime() < deadline, () -> "threads are left: " + left);
        } while (!left.isEmpty());
    }

    private static String loaders() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmClassloaders",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void load(String source) throws Refusal {
        files.putAll(agent.files("Victim", source.replace("NAME", name)));
        files.remove(without + ".class");
        agent.load(files, Limits.NONE);
    }
}
