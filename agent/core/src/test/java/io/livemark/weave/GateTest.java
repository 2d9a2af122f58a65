/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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
