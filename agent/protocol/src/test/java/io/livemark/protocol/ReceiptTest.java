/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void the_sentence_has_every_state_that_was_seen() {
        assertEquals(
                "unloaded SlowOrders: disarmed in 1.2 ms, drained in 1.4 ms; 1234 deliveries, 0 exceptions; closed;"
                        + " collected in 35.0 ms",
                new Receipt(
                                "SlowOrders",
                                Receipt.Cause.UNLOADED,
                                1234,
                                0,
                                0,
                                1_200_000,
                                1_400_000,
                                Receipt.Closing.CLOSED,
                                35_000_000,
                                "")
                        .sentence());
    }

    @Test
    void the_sentence_claims_nothing_that_was_not_seen() {
        assertEquals(
                "unloaded A (its time was over): disarmed in 0.1 ms; 1 delivery, 1 exception, 2 suppressed"
                        + "; not closed yet: a handler is still running",
                receipt(Receipt.Cause.EXPIRED, 1, 1, 2, Receipt.Closing.PENDING, "")
                        .sentence());
        assertEquals(
                "unloaded A: disarmed in 0.1 ms; 0 deliveries, 0 exceptions; not closed yet",
                receipt(Receipt.Cause.UNLOADED, 0, 0, 0, Receipt.Closing.NOT_YET, "")
                        .sentence());
    }

    @Test
    void the_cause_is_told_with_its_detail() {
        assertEquals(
                "unloaded A (it threw too often): disarmed in 0.1 ms; 0 deliveries, 100 exceptions",
                receipt(Receipt.Cause.FAULTY, 0, 100, 0, Receipt.Closing.NONE, "")
                        .sentence());
        assertEquals(
                "unloaded A (it cost too much: it used 12.3 % of the CPU time of the process, limit 5 %): disarmed in"
                        + " 0.1 ms; 9 deliveries, 0 exceptions; its close method threw",
                receipt(
                                Receipt.Cause.TOO_COSTLY,
                                9,
                                0,
                                0,
                                Receipt.Closing.THREW,
                                "it used 12.3 % of the CPU time of the process, limit 5 %")
                        .sentence());
    }

    @Test
    void times_have_one_decimal_and_become_seconds() {
        assertEquals("0.0 ms", Times.text(0));
        assertEquals("3.1 ms", Times.text(3_050_000));
        assertEquals("999.9 ms", Times.text(999_900_000));
        assertEquals("1.0 s", Times.text(1_000_000_000));
        assertEquals("12.5 s", Times.text(12_450_000_000L));
    }

    private static Receipt receipt(
            Receipt.Cause cause,
            long deliveries,
            long exceptions,
            long suppressed,
            Receipt.Closing closing,
            String detail) {
        return new Receipt("A", cause, deliveries, exceptions, suppressed, 60_000, -1, closing, -1, detail);
    }
}
