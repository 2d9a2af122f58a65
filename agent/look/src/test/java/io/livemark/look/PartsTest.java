/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final int THREADS = 8;
    private static final int EACH = 100_000;

    @Test
    void a_row_has_a_part_for_each_place_until_there_is_no_room() {
        HistRow row = row(new double[0]);
        Parts parts = new Parts(4 * Part.size(row));
        Part first = parts.of(0, row);
        assertSame(first, parts.of(0, row));
        assertNull(parts.of(-1, row));
        int found = 1;
        while (parts.of(found, row) != null) {
            found++;
        }
        assertTrue(found >= 2 && found <= 4, "parts: " + found);
        assertSame(first, parts.of(0, row));
    }

    @Test
    void what_finds_no_room_in_a_part_is_in_none() {
        HistRow row = row(new double[0]);
        Parts parts = new Parts(2 * Part.size(row));
        Part part = parts.of(0, row);
        assertNotNull(part);
        long taken = 0;
        for (int value = 1; value < 1 << 20; value *= 2) {
            taken += part.put(value) ? 1 : 0;
        }
        assertEquals(taken, row.sum());
        assertTrue(taken > 0 && taken < 20, "taken: " + taken);
    }

    @Test
    void all_values_are_in_the_histogram_whether_their_threads_have_a_place_or_not() throws InterruptedException {
        Hist hist = new Hist(new Told(Map.of("linear", "0,100,10")), 1, 1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int place = i % 2 == 0 ? i : -1;
            Thread thread = new Thread(() -> {
                for (int hit = 0; hit < EACH; hit++) {
                    hist.number(hist.row(hist.row(0), hit % 3, Kind.INTEGER), hit % 1_000 - 500L, place);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long sum = 0;
        for (int key = 0; key < 3; key++) {
            sum += hist.row(hist.row(0), key, Kind.INTEGER).sum();
        }
        assertEquals((long) THREADS * EACH, sum);
    }

    private static HistRow row(double[] linear) {
        return new HistRow(0, 0, null, 0, null, linear);
    }
}
