/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;

/** Sees threads wait at a {@link Gate}. */
final class Waiting {

    /** The patience of a gate at which a test would rather hang than pass. */
    static final long FOR_EVER_MILLIS = 3_600_000;

    private Waiting() {}

    /** Returns once a thread waits there; fails where it has ended instead. */
    static void await(Thread thread) {
        while (!isAtTheGate(thread)) {
            assertNotEquals(Thread.State.TERMINATED, thread.getState(), "the thread went by without waiting");
            Thread.onSpinWait();
        }
    }

    private static boolean isAtTheGate(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Gate.class.getName()));
    }
}
