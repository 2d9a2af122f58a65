/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private final AtomicInteger gone = new AtomicInteger();
    private final Attendance attendance = new Attendance(gone::incrementAndGet);

    @Test
    void nobody_has_gone_while_the_one_who_accepts_may_let_in_another() {
        attendance.enter();
        attendance.leave();
        assertEquals(0, gone.get());
        attendance.enter();
        attendance.leave();
        attendance.leave();
        assertEquals(1, gone.get());
    }
}
