/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final int THREADS = 4;
    private static final int EACH = 200_000;

    @Test
    void what_threads_put_comes_out_in_their_order_and_what_is_missing_was_counted() throws InterruptedException {
        Ring ring = new Ring(1 << 10, Long.MAX_VALUE, false, 1, 1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> putAll(ring, number));
            threads.add(thread);
            thread.start();
        }
        long[] last = {-1, -1, -1, -1};
        long read = 0;
        while (threads.stream().anyMatch(Thread::isAlive) || ring.peek() != null) {
            Slot slot = ring.peek();
            if (slot != null) {
                assertTrue(slot.bits[0] > last[slot.marker], "the order of one thread");
                assertEquals("" + slot.bits[0], slot.objects[0]);
                last[slot.marker] = slot.bits[0];
                read++;
                ring.release(slot);
            }
        }
        assertEquals((long) THREADS * EACH, read + ring.dropped());
        assertEquals(read, ring.read());
    }

    @Test
    void a_full_one_takes_nothing_and_counts_it() {
        Ring ring = new Ring(4, Long.MAX_VALUE, false, 1, 1);
        for (int i = 0; i < 4; i++) {
            put(ring, 0, i);
        }
        assertNull(ring.claim());
        assertNull(ring.claim());
        assertEquals(2, ring.dropped());
        ring.release(ring.peek());
        assertNotNull(ring.claim());
    }

    @Test
    void one_that_must_lose_nothing_takes_nothing_after_it_was_full() {
        Ring ring = new Ring(2, Long.MAX_VALUE, true, 1, 1);
        put(ring, 0, 0);
        put(ring, 0, 1);
        assertNull(ring.claim());
        ring.release(ring.peek());
        assertNull(ring.claim());
        assertTrue(ring.isFull());
    }

    @Test
    void no_more_come_in_than_the_limit_says() {
        Ring ring = new Ring(8, 3, false, 1, 1);
        for (int i = 0; i < 3; i++) {
            put(ring, 0, i);
        }
        assertNull(ring.claim());
        assertEquals(0, ring.dropped());
    }

    @Test
    void a_place_keeps_nothing_of_an_event_that_was_read() {
        Ring ring = new Ring(2, Long.MAX_VALUE, false, 1, 1);
        put(ring, 0, 7);
        Slot slot = ring.peek();
        ring.release(slot);
        assertNull(slot.objects[0]);
        assertNull(slot.thread);
    }

    private static void putAll(Ring ring, int number) {
        for (int i = 0; i < EACH; i++) {
            put(ring, number, i);
        }
    }

    private static void put(Ring ring, int number, int value) {
        String text = "" + value;
        Slot slot = ring.claim();
        if (slot != null) {
            slot.marker = number;
            slot.thread = "t";
            slot.bits[0] = value;
            slot.objects[0] = text;
            slot.sequence = slot.position + 1;
        }
    }
}
