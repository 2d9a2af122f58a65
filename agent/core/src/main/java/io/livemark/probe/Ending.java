/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Receipt;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;

/**
 * The end of one probe, which is being disarmed: then a thread of its own waits until no handler is running, however long that takes, and calls its
 * {@code close}. Whoever asks is told what was seen so far.
 *
 * <p>Safe on any thread. The monitor of this object guards what was seen; neither a handler nor {@code close} runs under it, so whoever
 * waits here waits for a time of its own choice at most. Holds nothing of the probe once it is closed.
 */
public final class Ending implements Runnable {

    /** How long the first receipt waits for handlers that are running. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String name;
    private final Receipt.Cause cause;
    private final String detail;
    private final long start;
    private final List<WeakReference<ClassLoader>> loaders;
    private final Logger log;

    private LiveProbe probe;
    private long disarmedNanos = Receipt.NOT_SEEN;
    private boolean isHeld;
    private long drainedNanos = Receipt.NOT_SEEN;
    private Receipt last;

    /**
     * @param probe is called no more at sites that link from now on
     * @param start when its end began, as {@link System#nanoTime}
     * @param log gets the receipt, and another one where something was seen only later
     */
    Ending(LiveProbe probe, Receipt.Cause cause, String detail, long start, Logger log) {
        this.name = probe.name();
        this.cause = cause;
        this.detail = detail;
        this.start = start;
        this.loaders = probe.loaders().stream().map(WeakReference::new).toList();
        this.log = log;
        this.probe = probe;
    }

    /** {@return the name of the probe} */
    public String name() {
        return name;
    }

    /** {@return the probe while it is not closed yet; null afterwards} */
    public synchronized LiveProbe draining() {
        return probe;
    }

    /** {@return the loaders that the probe had when its end began, and that are still there; it has let go of them while it closes} */
    public List<ClassLoader> loaders() {
        return loaders.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }

    /** {@return what was seen so far; looks whether the classes are still there} */
    public synchronized Receipt receipt() {
        if (last == null) {
            return receipt(probe, isHeld ? Receipt.Closing.PENDING : Receipt.Closing.NOT_YET);
        }
        if (!last.isCollected() && loaders.stream().allMatch(loader -> loader.refersTo(null))) {
            last = new Receipt(
                    name,
                    cause,
                    last.deliveries(),
                    last.exceptions(),
                    last.suppressed(),
                    disarmedNanos,
                    drainedNanos,
                    last.closing(),
                    System.nanoTime() - start,
                    detail);
            log.info("{}", last.sentence());
        }
        return last;
    }

    /** {@return whether the probe is closed; nothing but {@link Receipt#isCollected} can be seen afterwards} */
    public synchronized boolean isClosed() {
        return last != null;
    }

    /**
     * Waits until the probe is closed.
     *
     * @param deadline until when at most, as {@link System#nanoTime}
     * @return whether it is
     */
    public synchronized boolean awaitClosed(long deadline) {
        boolean interrupted = false;
        for (long left = deadline - System.nanoTime(); last == null && left > 0; left = deadline - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return last != null;
    }

    /** No new hit reaches the probe any more: guards and targets are set. */
    synchronized void disarmed() {
        disarmedNanos = System.nanoTime() - start;
    }

    /** Waits for the handlers, closes the probe, and tells. Called once. */
    @Override
    public void run() {
        LiveProbe ending = draining();
        awaitIdle(ending);
        synchronized (this) {
            isHeld = false;
            drainedNanos = System.nanoTime() - start;
        }
        boolean closed = ending.close();
        Receipt.Closing closing =
                !ending.isCloseable() ? Receipt.Closing.NONE : closed ? Receipt.Closing.CLOSED : Receipt.Closing.THREW;
        Receipt receipt = receipt(ending, closing);
        tell(ending, receipt);
        synchronized (this) {
            last = receipt;
            probe = null;
            notifyAll();
        }
    }

    /** Looks often at first, and seldom later: a handler that has not returned yet may not do so for hours. */
    private void awaitIdle(LiveProbe ending) {
        boolean told = false;
        while (!ending.isIdle()) {
            synchronized (this) {
                isHeld = true;
            }
            long waited = System.nanoTime() - start;
            if (!told && waited >= PATIENCE.toNanos()) {
                told = true;
                tell(ending, receipt());
            }
            LockSupport.parkNanos(Math.max(SHORTEST_PAUSE_NANOS, Math.min(waited / 4, LONGEST_PAUSE_NANOS)));
        }
    }

    private void tell(LiveProbe ending, Receipt receipt) {
        log.info("{}", receipt.sentence());
        ending.receipt().complete(receipt);
    }

    private synchronized Receipt receipt(LiveProbe seen, Receipt.Closing closing) {
        return new Receipt(
                name,
                cause,
                seen.deliveries(),
                seen.exceptions(),
                seen.suppressed(),
                disarmedNanos,
                drainedNanos,
                closing,
                Receipt.NOT_SEEN,
                detail);
    }
}
