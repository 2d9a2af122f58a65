/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Limits;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class LiveProbeTest {

    private static final long PATIENCE_MILLIS = 20_000;

    private final EventBuffer buffer = new EventBuffer();
    private final Chains chains = new Chains();
    private final Context context = new Context("test", Map.of("k", "v"), buffer, NOPLogger.NOP_LOGGER);

    private final Instances objects = Objects.of("any", List.of(), context);

    @Test
    void the_first_exception_is_kept_with_its_stack() {
        LiveProbe probe = probe("any");
        assertEquals("", probe.firstException());
        probe.fault(new IllegalStateException("first"));
        probe.fault(new IllegalStateException("second"));
        assertTrue(probe.firstException().startsWith("java.lang.IllegalStateException: first"));
        assertTrue(probe.firstException().contains("the_first_exception_is_kept_with_its_stack"));
        assertEquals(2, probe.exceptions());
    }

    @Test
    void an_exception_that_cannot_be_printed_is_kept_by_name_and_place() {
        LiveProbe probe = probe("any");
        probe.fault(new Unprintable());
        assertTrue(
                probe.firstException()
                        .startsWith(Unprintable.class.getName() + "\n\tat " + LiveProbeTest.class.getName()),
                probe.firstException());
    }

    @Test
    void an_exception_whose_text_takes_for_ever_holds_up_neither_the_application_nor_a_list() throws Exception {
        LiveProbe probe = probe("any");
        Endless endless = new Endless();
        Thread application = new Thread(() -> probe.fault(endless));
        application.start();
        application.join(PATIENCE_MILLIS);
        assertFalse(application.isAlive(), "the application waits for the text of an exception");
        assertEquals(1, endless.asked.getCount(), "it is asked by the thread that threw it");
        String text = probe.firstException();
        assertTrue(text.startsWith(Endless.class.getName() + " (it has not said yet what it says)\n\tat "), text);
        assertTrue(text.contains("holds_up_neither"), text);
        assertTrue(endless.asked.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), "nobody asks for its text");
        probe.close();
        assertTrue(
                endless.woken.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS),
                "the text of a closed probe is made still");
    }

    @Test
    void nothing_that_was_thrown_is_kept_once_its_text_is_there_or_the_probe_is_closed() {
        LiveProbe asked = probe("any");
        LiveProbe closed = probe("any");
        List<WeakReference<Throwable>> thrown = List.of(fault(asked), fault(closed));
        assertTrue(asked.firstException().startsWith("java.lang.IllegalStateException: kept"));
        closed.close();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!thrown.stream().allMatch(one -> one.refersTo(null))) {
            assertTrue(
                    System.nanoTime() < deadline,
                    () -> "kept: " + thrown.get(0).get() + ", " + thrown.get(1).get());
            System.gc();
        }
        assertEquals("", closed.firstException());
        assertEquals(1, closed.exceptions());
    }

    private static WeakReference<Throwable> fault(LiveProbe probe) {
        Throwable thrown = new IllegalStateException("kept");
        probe.fault(thrown);
        return new WeakReference<>(thrown);
    }

    @Test
    void closing_calls_close_and_ends_the_context() {
        boolean[] closed = new boolean[1];
        LiveProbe probe = probe((AutoCloseable) () -> {
            context.emit("from close");
            closed[0] = true;
        });
        assertTrue(probe.isCloseable());
        assertTrue(probe.close());
        assertTrue(closed[0]);
        assertEquals("from close", buffer.poll().text());
        context.emit("too late");
        context.log("too late");
        assertNull(buffer.poll());
    }

    @Test
    void a_close_that_throws_is_told() {
        LiveProbe probe = probe((AutoCloseable) () -> {
            throw new IllegalStateException("close");
        });
        assertFalse(probe.close());
        assertEquals(1, probe.exceptions());
    }

    @Test
    void what_has_no_close_is_closed_by_doing_nothing() {
        LiveProbe probe = probe("any");
        assertFalse(probe.isCloseable());
        assertTrue(probe.close());
    }

    @Test
    void misfits_are_kept_once_each_and_not_without_end() {
        LiveProbe probe = probe("any");
        for (int i = 0; i < 1_000; i++) {
            probe.misfit("m" + i / 2);
        }
        assertEquals(20, probe.misfits().size());
    }

    @Test
    void events_are_values_as_they_print_and_never_the_code_of_the_application() {
        context.emit("text", 1, 2.5, 'c', true, null, Thread.State.NEW);
        assertEquals("text 1 2.5 c true null NEW", buffer.poll().text());
        Object own = new Unprintable();
        context.emit(own);
        String hash = Integer.toHexString(System.identityHashCode(own));
        assertEquals(Unprintable.class.getName() + "@" + hash, buffer.poll().text());
        context.emit((Object[]) null);
        assertEquals("null", buffer.poll().text());
    }

    @Test
    void events_that_find_no_room_are_dropped_and_counted() {
        for (int i = 0; i < EventBuffer.CAPACITY + 7; i++) {
            context.emit(i);
        }
        assertEquals(7, buffer.takeDropped());
        assertEquals(0, buffer.takeDropped());
        assertEquals("0", buffer.poll().text());
        context.emit("room again");
        assertEquals(0, buffer.takeDropped());
    }

    @Test
    void a_thread_whose_stack_ends_there_begins_to_tell_nobody_of_too_many_exceptions() throws Exception {
        int[] told = new int[2];
        Consumer<LiveProbe> teller = probe -> {
            told[0]++;
            deep(30);
            told[1]++;
        };
        Throwable thrown = new IllegalStateException();
        Thread thread = new Thread(() -> throwsOnTheWayBack(teller, thrown, new Limits(0, 1)));
        thread.start();
        thread.join(PATIENCE_MILLIS);
        assertTrue(told[0] > 0, "nobody was told where there was room");
        assertEquals(told[0], told[1], "how often it was begun, and how often it came to its end");
    }

    /** Down to the end of the stack; and at each step of the way back a probe that may not throw. */
    private void throwsOnTheWayBack(Consumer<LiveProbe> teller, Throwable thrown, Limits limits) {
        try {
            throwsOnTheWayBack(teller, thrown, limits);
        } catch (StackOverflowError e) {
            // This is the end, or still too near to it to make a probe.
        }
        LiveProbe probe = new LiveProbe("test", objects, context, chains, teller);
        probe.limit(limits);
        probe.fault(thrown);
    }

    private static int deep(int frames) {
        return frames == 0 ? 0 : 1 + deep(frames - 1);
    }

    private LiveProbe probe(Object instance) {
        return new LiveProbe("test", Objects.of(instance, List.of(), context), context, chains, probe -> {});
    }

    private static final class Unprintable extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            throw new IllegalStateException("the application's code");
        }
    }

    private static final class Endless extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient CountDownLatch asked = new CountDownLatch(1);
        private final transient CountDownLatch woken = new CountDownLatch(1);

        @Override
        public String getMessage() {
            asked.countDown();
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                woken.countDown();
            }
            return "late";
        }
    }
}
