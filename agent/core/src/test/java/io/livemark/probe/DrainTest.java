/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Probe;
import io.livemark.protocol.Receipt;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class DrainTest {

    private static final LivemarkSite SITE = new LivemarkSite("drain.test", "a.B", "m", 7);
    private static final MethodType TYPE = MethodType.methodType(void.class, LivemarkSite.class, int.class);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final LivemarkMarker marker = LivemarkBridge.marker("drain.test");
    private final Chains chains = new Chains();
    private final AtomicReference<MethodHandle> current = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Counts, and lets a hit of 1 wait inside. */
    static final class Counting {

        final AtomicInteger calls = new AtomicInteger();
        final CountDownLatch inside = new CountDownLatch(1);
        final CountDownLatch mayLeave = new CountDownLatch(1);

        @Probe("drain.test")
        void hit(int wait) throws InterruptedException {
            calls.incrementAndGet();
            if (wait == 1) {
                inside.countDown();
                mayLeave.await();
            }
        }
    }

    @AfterEach
    void all_threads_have_ended() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(LONG.toMillis());
            assertFalse(thread.isAlive(), thread.getName());
        }
    }

    @Test
    void a_closed_chain_stays_until_the_last_thread_has_left() throws Throwable {
        Counting counting = new Counting();
        LiveProbe probe = probe(counting);
        Aimed chain = chain(probe);
        start(() -> hit(chain, 1));
        assertTrue(counting.inside.await(LONG.toMillis(), TimeUnit.MILLISECONDS), counting.calls::toString);
        chains.closeAllOf(probe);
        assertFalse(probe.isIdle());
        assertFalse(probe.awaitIdle(Duration.ofMillis(5)));
        counting.mayLeave.countDown();
        assertTrue(probe.awaitIdle(LONG));
        assertEquals(1, probe.deliveries());
    }

    @Test
    void an_open_chain_is_not_idle_although_nobody_is_inside() {
        LiveProbe probe = probe(new Counting());
        chain(probe);
        assertFalse(probe.isIdle());
    }

    @Test
    void a_hit_that_comes_after_the_close_enters_no_handler() throws Throwable {
        Counting counting = new Counting();
        LiveProbe probe = probe(counting);
        Aimed chain = chain(probe);
        chains.closeAllOf(probe);
        assertTrue(probe.isIdle());
        hit(chain, 0);
        assertEquals(0, counting.calls.get());
        assertEquals(0, probe.deliveries());
        assertEquals(0, probe.suppressed());
    }

    @Test
    void a_hit_that_comes_after_the_close_goes_where_its_site_leads_now() throws Throwable {
        Counting counting = new Counting();
        LiveProbe goes = probe(new Counting());
        LiveProbe stays = probe(counting);
        Aimed before = chain(goes, stays);
        current.set(chain(stays).target);
        chains.closeAllOf(goes);
        hit(before, 0);
        assertEquals(1, counting.calls.get());
        assertEquals(1, stays.deliveries());
        assertEquals(0, goes.deliveries());
    }

    @Test
    void a_thread_inside_one_probe_does_not_hold_up_another() throws Throwable {
        Counting counting = new Counting();
        LiveProbe slow = probe(counting);
        LiveProbe other = probe(new Counting());
        Aimed slowly = chain(slow);
        hit(chain(other), 0);
        start(() -> hit(slowly, 1));
        assertTrue(counting.inside.await(LONG.toMillis(), TimeUnit.MILLISECONDS), counting.calls::toString);
        chains.closeAllOf(slow);
        chains.closeAllOf(other);
        Endings all = new Endings(NOPLogger.NOP_LOGGER);
        List<Ending> endings = all.announce(List.of(slow, other), Receipt.Cause.EXPIRED, "", System.nanoTime());
        all.begin(endings);
        assertTrue(endings.get(1).awaitClosed(System.nanoTime() + LONG.toNanos()));
        assertFalse(endings.get(0).isClosed());
        long deadline = System.nanoTime() + LONG.toNanos();
        while (endings.get(0).receipt().closing() != Receipt.Closing.PENDING) {
            assertTrue(
                    System.nanoTime() < deadline, () -> endings.get(0).receipt().sentence());
            Thread.onSpinWait();
        }
        counting.mayLeave.countDown();
        assertTrue(endings.get(0).awaitClosed(System.nanoTime() + LONG.toNanos()));
    }

    @Test
    void hits_of_threads_that_have_ended_are_still_counted() throws Throwable {
        LiveProbe probe = probe(new Counting());
        Aimed chain = chain(probe);
        // More than there are places for: some take over the cell of one that has ended.
        for (int i = 0; i < 5_000; i++) {
            start(() -> hit(chain, 0));
            threads.remove(0).join();
        }
        assertEquals(5_000, probe.deliveries());
        assertEquals(5_000, chains.hits(marker) - marker.hits.sum());
    }

    @Test
    void a_chain_that_gets_the_number_of_one_before_does_not_count_its_hits() throws Throwable {
        for (int hits = 1; hits < 5; hits++) {
            LiveProbe probe = probe(new Counting());
            Aimed chain = chain(probe);
            for (int i = 0; i < hits; i++) {
                hit(chain, 0);
            }
            assertEquals(1, chain.chain.entry().number());
            // So that the cells stay.
            Aimed other = chain(probe(new Counting()));
            chains.closeAllOf(probe);
            assertTrue(probe.isIdle());
            assertEquals(hits, probe.deliveries());
            chains.close(other.chain);
        }
    }

    @Test
    void no_hit_is_lost_or_counted_twice_while_another_probe_comes_and_goes() throws Throwable {
        MethodHandle site = LivemarkBridge.hit(
                        MethodHandles.lookup(),
                        "hit",
                        MethodType.methodType(void.class, int.class),
                        "drain.flips",
                        "int",
                        0,
                        "m",
                        7)
                .dynamicInvoker();
        LivemarkHits hits = LivemarkBridge.marker("drain.flips").groups().get(0);
        Counting counting = new Counting();
        LiveProbe stays = probe("drain.flips", counting);
        aim(hits, stays);
        int perThread = 200_000;
        for (int i = 0; i < 4; i++) {
            start(() -> {
                for (int hit = 0; hit < perThread; hit++) {
                    site.invokeExact(0);
                }
            });
        }
        while (threads.stream().anyMatch(Thread::isAlive)) {
            LiveProbe comes = probe("drain.flips", new Counting());
            aim(hits, stays, comes);
            aim(hits, stays);
            assertTrue(comes.awaitIdle(LONG));
        }
        hits.target(null, LivemarkBridge.nextVersion());
        chains.closeAllOf(stays);
        assertTrue(stays.awaitIdle(LONG));
        assertEquals(4 * perThread, counting.calls.get());
        assertEquals(4 * perThread, stays.deliveries());
    }

    private void aim(LivemarkHits hits, LiveProbe... probes) {
        Chain.Origin origin = new Chain.Origin(hits.marker, List.of("int"), null, null, hits.type(), hits::target);
        chains.aim(hits, chains.make(origin, List.of(probes)), LivemarkBridge.nextVersion());
    }

    /** A chain, and what its sites call. */
    private record Aimed(Chain chain, MethodHandle target) {}

    private Aimed chain(LiveProbe... probes) {
        Chain chain =
                chains.make(new Chain.Origin(marker, List.of("int"), null, null, TYPE, current::get), List.of(probes));
        return new Aimed(chain, chain.handOut());
    }

    private static void hit(Aimed chain, int wait) throws Throwable {
        chain.target.invokeExact(SITE, wait);
    }

    private interface Work {
        void run() throws Throwable;
    }

    private void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private LiveProbe probe(Object instance) {
        return probe("drain.test", instance);
    }

    private LiveProbe probe(String pattern, Object instance) {
        List<Handler> handlers = Arrays.stream(instance.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Probe.class))
                .map(method -> new Handler(new MarkerPattern(pattern), method))
                .toList();
        Context context = new Context("test", Map.of(), null, NOPLogger.NOP_LOGGER);
        return new LiveProbe("test", Objects.of(instance, handlers, context), context, chains, probe -> {});
    }
}
