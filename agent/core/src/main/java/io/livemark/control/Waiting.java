/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.probe.Ending;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Request;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A client that waits for the end of probes, on its own thread and without any lock. */
final class Waiting {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long CLIENT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** When the collector is forced first; each time after that, later: it may have to come twice, and takes long in a large heap. */
    private static final long COLLECT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<Ending> endings;
    private final BooleanSupplier isGone;

    /**
     * @param endings what it waits for
     * @param isGone whether the client has gone; asked a few times a second, on the thread that waits
     */
    Waiting(List<Ending> endings, BooleanSupplier isGone) {
        this.endings = endings;
        this.isGone = isGone;
    }

    /** Returns once it was seen of all, the time is over, or nobody wants to know any more. */
    void until(Request.Unload.Until until, long patienceMillis, boolean collect) {
        if (until == Request.Unload.Until.DISARMED) {
            return;
        }
        // A day is for ever; and no arithmetic of nanoseconds goes wrong.
        long patience = TimeUnit.MILLISECONDS.toNanos(Math.max(0, Math.min(patienceMillis, TimeUnit.DAYS.toMillis(1))));
        long deadline = System.nanoTime() + patience;
        for (Ending ending : endings) {
            awaitClosed(ending, deadline);
        }
        if (until == Request.Unload.Until.COLLECTED && endings.stream().allMatch(Ending::isClosed)) {
            awaitCollected(deadline, collect);
        }
    }

    private void awaitClosed(Ending ending, long deadline) {
        while (!ending.awaitClosed(Math.min(deadline, System.nanoTime() + CLIENT_NANOS))) {
            if (System.nanoTime() >= deadline || isGone.getAsBoolean()) {
                return;
            }
        }
    }

    private void awaitCollected(long deadline, boolean collect) {
        long pause = COLLECT_NANOS;
        long nextCollection = System.nanoTime();
        long nextLook = nextCollection + CLIENT_NANOS;
        while (!endings.stream().map(Ending::receipt).allMatch(Receipt::isCollected)) {
            long now = System.nanoTime();
            if (now >= deadline || now >= nextLook && isGone.getAsBoolean()) {
                return;
            }
            nextLook = now >= nextLook ? now + CLIENT_NANOS : nextLook;
            if (collect && now >= nextCollection) {
                System.gc();
                nextCollection = System.nanoTime() + pause;
                pause *= 2;
            } else {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
