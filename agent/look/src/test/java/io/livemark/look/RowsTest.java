/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final int THREADS = 4;
    private static final int EACH = 500_000;

    @Test
    void counts_are_exact_whatever_the_threads_and_the_growth_of_the_table() throws InterruptedException {
        Rows rows = new Rows(1, 10_000, Row::new);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int hit = 0; hit < EACH; hit++) {
                    rows.of(rows.of(rows.of(0), hit % 1_000, Kind.INTEGER), 0, hit % 2 == 0 ? "even" : "odd")
                            .increment();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long sum = 0;
        int leaves = 0;
        for (int i = 0; i < rows.count(); i++) {
            Row row = rows.get(i);
            if (row.depth == 2) {
                assertEquals((long) THREADS * EACH / 1_000, row.sum());
                sum += row.sum();
                leaves++;
            }
        }
        assertEquals(1_000, leaves);
        assertEquals((long) THREADS * EACH, sum);
    }

    @Test
    void equal_keys_are_one_row_and_a_number_is_no_text() {
        Rows rows = new Rows(2, 100, Row::new);
        Row marker = rows.of(0);
        assertSame(rows.of(marker, 0, new String("a")), rows.of(marker, 0, new String("a")));
        assertSame(rows.of(marker, 7, Kind.INTEGER), rows.of(marker, 7, Kind.INTEGER));
        assertNotSame(rows.of(marker, 7, Kind.INTEGER), rows.of(marker, 7, Kind.CHAR));
        assertNotSame(rows.of(marker, 0, 7), rows.of(marker, 0, "7"));
        assertNotSame(rows.of(marker, 0, null), rows.of(marker, 0, "null"));
        assertNotSame(rows.of(rows.of(0), 0, "a"), rows.of(rows.of(1), 0, "a"));
    }

    @Test
    void what_does_not_fit_is_counted_together() {
        Rows rows = new Rows(1, 3, Row::new);
        for (int key = 0; key < 10; key++) {
            rows.of(rows.of(0), key, Kind.INTEGER).increment();
        }
        assertEquals(1 + 1 + 3, rows.count());
        assertEquals(7, rows.other().sum());
    }
}
