/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may weave, and when. Who is turned away is so at once, and not when the patience has ended. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GateTest {

    private final Gate gate = new Gate(Waiting.FOR_EVER_MILLIS);

    @Test
    void a_thread_that_is_inside_is_turned_away() {
        gate.openAfter(() -> {});
        assertTrue(gate.enter());
        assertFalse(gate.enter());
        assertEquals(1, gate.turnedAway());
        gate.leave();
        assertTrue(gate.enter());
    }

    @Test
    void the_thread_that_loads_our_classes_is_turned_away() {
        gate.openAfter(() -> assertFalse(gate.enter()));
        assertTrue(gate.enter());
    }

    @Test
    void a_gate_that_is_shut_lets_in_nobody_who_waits_and_nobody_later() throws Exception {
        FutureTask<Boolean> entering = new FutureTask<>(gate::enter);
        Thread thread = new Thread(entering);
        thread.start();
        Waiting.await(thread);
        gate.shut();
        assertFalse(entering.get());
        assertFalse(gate.enter());
    }

    @Test
    void patience_ends() {
        assertFalse(new Gate(1).enter());
    }

    @Test
    void another_thread_waits_until_our_classes_are_loaded() throws Exception {
        FutureTask<Boolean> entering = new FutureTask<>(gate::enter);
        Thread thread = new Thread(entering);
        gate.openAfter(() -> {
            thread.start();
            Waiting.await(thread);
        });
        assertTrue(entering.get());
        assertEquals(0, gate.turnedAway());
    }

    @Test
    void what_is_put_off_begins_with_the_first_who_comes_and_once() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        assertTrue(gate.openOnDemand(begun::incrementAndGet));
        assertEquals(0, begun.get());
        List<FutureTask<Boolean>> all = List.of(new FutureTask<>(gate::enter), new FutureTask<>(gate::enter));
        for (FutureTask<Boolean> entering : all) {
            Thread thread = new Thread(entering);
            thread.start();
            Waiting.await(thread);
        }
        assertEquals(1, begun.get());
        gate.openAfter(() -> {});
        for (FutureTask<Boolean> entering : all) {
            assertTrue(entering.get());
        }
    }

    @Test
    void who_cannot_begin_what_is_put_off_is_not_let_in_and_the_next_one_tries_again() {
        AtomicInteger tries = new AtomicInteger();
        assertTrue(gate.openOnDemand(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            new Thread(() -> gate.openAfter(() -> {})).start();
        }));
        assertFalse(gate.enter());
        assertTrue(gate.enter());
        assertEquals(2, tries.get());
    }

    @Test
    void nothing_is_put_off_while_somebody_waits() throws Exception {
        FutureTask<Boolean> entering = new FutureTask<>(gate::enter);
        Thread thread = new Thread(entering);
        thread.start();
        Waiting.await(thread);
        assertFalse(gate.openOnDemand(() -> fail("nobody will come to whom it could be left")));
        gate.openAfter(() -> {});
        assertTrue(entering.get());
    }

    @Test
    void what_was_put_off_never_begins_once_the_gate_is_shut() {
        assertTrue(gate.openOnDemand(() -> fail("the agent has gone")));
        gate.shut();
        assertFalse(gate.enter());
    }

    @Test
    void an_interrupt_neither_ends_the_wait_nor_is_lost() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        FutureTask<String> entering = new FutureTask<>(() -> {
            interrupted.await();
            Thread.currentThread().interrupt();
            return gate.enter() + " " + Thread.interrupted();
        });
        Thread thread = new Thread(entering);
        gate.openAfter(() -> {
            thread.start();
            interrupted.countDown();
            Waiting.await(thread);
        });
        assertEquals("true true", entering.get());
    }
}
