/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final int PLACES = 16;
    private static final int ROWS = 200;
    private static final int EACH = 200_000;

    @Test
    void each_place_has_one_writer_and_no_count_is_lost_while_places_and_rows_come() throws InterruptedException {
        Tally tally = new Tally(1 << 20);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            int place = i * 37;
            Thread thread = new Thread(() -> {
                for (int hit = 0; hit < EACH; hit++) {
                    assertTrue(tally.add(place, hit % (1 + hit * ROWS / EACH)));
                }
            });
            threads.add(thread);
            thread.start();
        }
        long before = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            long now = sum(tally);
            assertTrue(now >= before);
            before = now;
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals((long) PLACES * EACH, sum(tally));
    }

    @Test
    void what_finds_no_room_is_not_counted_and_the_rest_still_is() {
        Tally tally = new Tally(100);
        assertTrue(tally.add(0, 0));
        assertFalse(tally.add(1, 1_000));
        assertFalse(tally.add(-1, 0));
        assertTrue(tally.add(0, 0));
        assertEquals(2, tally.sum(0));
        assertEquals(0, tally.sum(1_000));
    }

    private static long sum(Tally tally) {
        long sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += tally.sum(row);
        }
        return sum;
    }
}
