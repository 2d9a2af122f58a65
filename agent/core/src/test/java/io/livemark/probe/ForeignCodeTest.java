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

import io.livemark.protocol.Receipt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code of probes and of the application that runs on threads of the agent, and may hit marks or take for ever. */
class ForeignCodeTest {

    private static final long PATIENCE_SECONDS = 20;

    private static final String NOISY = """
            public class Noisy implements AutoCloseable {
                private final io.livemark.ProbeContext context;
                static { shop.Orders.run("initialiser", 1); }
                public Noisy(io.livemark.ProbeContext context) throws Exception {
                    this.context = context;
                    Class.forName("shop.Orders").getMethod("run", String.class, int.class).invoke(null, "constructor", 2);
                }
                @io.livemark.Probe("order.*") void hit(Object[] all) { context.emit("hit"); }
                @Override public void close() { shop.Orders.run("close", 3); context.emit("closed"); }
            }
            """;

    private static final String THINGS = """
            package shop;
            public class Things {
                public static class Lost {}
                static Lost thing;
                public static void run() { io.livemark.Mark.mark("thing.lost thing={}", thing); }
            }
            """;

    private static final String FINDER = """
            public class Finder implements AutoCloseable {
                private final io.livemark.ProbeContext context;
                public Finder(io.livemark.ProbeContext context) { this.context = context; }
                @io.livemark.Probe("thing.lost") void hit(Object[] thing) { context.emit("hit"); }
                @Override public void close() { context.emit("closed"); }
            }
            """;

    /** Stands above the application's loader, which asks it for what it does not find. */
    private static final class Slow extends ClassLoader {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private volatile boolean isSlow;

        Slow() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (isSlow && name.equals("shop.Things$Lost")) {
                asked.countDown();
                await(mayAnswer);
            }
            return super.loadClass(name, resolve);
        }
    }

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Markers stay in the JVM, and their sites as long as the loaders of other tests do. */
    private final int number = TESTS.incrementAndGet();

    private final Slow above = new Slow();
    private final AtomicReference<LoadStep.Onlooker> onlooker = new AtomicReference<>(step -> {});
    private TestAgent agent;

    @BeforeEach
    void an_application_with_the_agent(@TempDir Path folder) throws Exception {
        agent = new TestAgent(
                new Application(folder, above), true, step -> onlooker.get().at(step));
        agent.application.define("shop.Orders", own(ORDERS));
        agent.application.define("shop.Returns", own(RETURNS));
    }

    @AfterEach
    void the_agent_goes() throws Exception {
        above.mayAnswer.countDown();
        agent.close();
    }

    @Test
    void a_mark_that_is_hit_by_an_initialiser_a_constructor_or_close_is_counted_and_not_delivered() throws Exception {
        LiveProbe watching = agent.load("Watching", own("order.placed"), "String id, int total", "id, total")
                .probe();
        agent.application.run("shop.Orders", "before", 0);
        LiveProbe noisy = agent.load("Noisy", own(NOISY)).probe();
        assertEquals(List.of("before 0"), agent.said());
        assertEquals(2, watching.suppressed());
        agent.application.run("shop.Orders", "between", 0);
        assertEquals(List.of("between 0", "hit"), agent.said());
        assertEquals(Receipt.Closing.CLOSED, agent.unload(noisy).closing());
        assertEquals(List.of("closed"), agent.said());
        assertEquals(3, watching.suppressed());
        assertEquals(2, watching.deliveries());
        assertEquals(0, noisy.suppressed());
        agent.application.run("shop.Orders", "after", 0);
        assertEquals(List.of("after 0"), agent.said(), "this thread is heard again");
    }

    @Test
    void a_probe_that_comes_while_a_constructor_runs_does_not_see_its_marks() throws Exception {
        LiveProbe[] other = new LiveProbe[1];
        System.getProperties().put("between", (Callable<Object>) () -> {
            other[0] = inTime(
                            "another load",
                            () -> agent.load("Watching", own("order.placed"), "String id, int total", "id"))
                    .probe();
            return null;
        });
        agent.load("First", own("""
                public class First {
                    public First() throws Exception {
                        ((java.util.concurrent.Callable<?>) System.getProperties().remove("between")).call();
                        shop.Orders.run("constructor", 1);
                    }
                    @io.livemark.Probe("order.returned") void hit(String id) {}
                }
                """));
        assertEquals(List.of(), agent.said());
        assertEquals(1, other[0].suppressed());
    }

    @Test
    void a_constructor_whose_exception_takes_for_ever_to_say_what_it_says_is_refused_inTime() throws Exception {
        Refusal refusal = inTime("a refusal", () -> assertThrows(Refusal.class, () -> agent.load("Mute", """
                        public class Mute {
                            static class Endless extends Error {
                                @Override public String getMessage() {
                                    while (true) { java.util.concurrent.locks.LockSupport.park(); }
                                }
                            }
                            static { if (true) throw new Endless(); }
                            @io.livemark.Probe("nothing") void hit() {}
                        }
                        """)));
        assertEquals(
                "Mute was not loaded: its initialiser threw Mute$Endless (it has not said yet what it says)",
                refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void a_load_that_takes_long_keeps_nobody_waiting(LoadStep when) throws Exception {
        LiveProbe there = agent.load("There", own("order.placed"), "String id, int total", "id")
                .probe();
        onlooker.set(step -> {
            if (step == when) {
                onlooker.set(any -> {});
                othersGoOn(there);
            }
        });
        LiveProbe late = agent.load("Late", own("order.placed"), "String id, int total", "id")
                .probe();
        assertEquals(List.of(late), agent.probes.loaded());
        agent.application.run("shop.Orders", "a", 1);
        assertEquals(List.of("a"), agent.said());
    }

    @Test
    void a_loader_of_the_application_that_takes_long_keeps_nobody_waiting_but_who_asks_it() throws Exception {
        CompletableFuture<LiveProbe> loading = loadWhileTheLoaderIsSlow();
        othersGoOn(agent.load("There", own("order.placed"), "String id, int total", "id")
                .probe());
        assertFalse(loading.isDone());
        above.mayAnswer.countDown();
        loading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        agent.application.run("shop.Things");
        assertEquals(List.of("hit"), agent.said());
    }

    @Test
    void a_probe_that_is_taken_out_while_its_sites_are_aimed_is_closed_after_that() throws Exception {
        CompletableFuture<LiveProbe> loading = loadWhileTheLoaderIsSlow();
        LiveProbe probe = agent.probes.loaded().get(0);
        // It asks that loader no more: nobody is left whom hits could go to.
        Ending ending = inTime("the end", () -> agent.probes.end(List.of(probe), Receipt.Cause.UNLOADED, ""))
                .get(0);
        assertFalse(ending.awaitClosed(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100)));
        assertEquals(List.of(), agent.said());
        above.mayAnswer.countDown();
        loading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(ending.awaitClosed(System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)));
        agent.application.run("shop.Things");
        assertEquals(List.of("closed"), agent.said());
        assertFalse(LivemarkBridge.marker(own("thing.lost")).armed());
    }

    /** Its site has linked, and its loader is being asked for the type that it passes. */
    private CompletableFuture<LiveProbe> loadWhileTheLoaderIsSlow() throws Exception {
        agent.application.define("shop.Things", own(THINGS));
        agent.application.forget("shop/Things$Lost");
        LiveProbe first =
                agent.load("First", own("thing.lost"), "Object[] all", "1").probe();
        agent.application.run("shop.Things");
        agent.unload(first);
        assertEquals(List.of("1"), agent.said());
        onlooker.set(step -> above.isSlow |= step == LoadStep.ARMED);
        CompletableFuture<LiveProbe> loading =
                async(() -> agent.load("Finder", own(FINDER)).probe());
        assertTrue(
                above.asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS),
                () -> "nobody asks the loader: " + loading
                        + agent.probes.loaded().get(0).misfits());
        onlooker.set(step -> {});
        return loading;
    }

    /** Whatever another client may want. */
    private void othersGoOn(LiveProbe there) {
        inTime("a list", () -> {
            agent.probes.recheck();
            agent.weaver.marked();
            agent.probes.endings();
            return agent.probes.loaded();
        });
        LiveProbe other = inTime("a load", () -> agent.load("Other", own("order.returned"), "String id", "id"))
                .probe();
        assertEquals(
                Receipt.Closing.NONE,
                inTime("an unload", () -> agent.unload(other)).closing());
        inTime("an unload", () -> agent.unload(there));
        inTime("a look at the budget", agent.probes::keepBudget);
    }

    private String own(String text) {
        return text.replace("order.", "order" + number + ".").replace("thing.", "thing" + number + ".");
    }

    private static <T> T inTime(String what, Callable<T> task) {
        try {
            return async(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(what + " does not come to its end: " + e, e);
        }
    }

    private static <T> CompletableFuture<T> async(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
