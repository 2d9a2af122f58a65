/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Complaints;
import io.livemark.cli.ExitCode;
import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A look at one or more JVMs, from begin to end. A thread a JVM reads; the caller's thread shows, and tells what went wrong once all is over; the one that
 * the JVM runs on Ctrl-C takes the probes out and waits until the sum is shown.
 */
final class Looking implements Control {

    private static final long FAREWELL_SECONDS = 5;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final List<Watch> watches;
    private final View view;
    private final Duration every;
    private final AtomicLong left;
    private final boolean isAll;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Problem> failures = new LinkedHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch shown = new CountDownLatch(1);
    private int running;
    private boolean hasChanged;

    Looking(
            List<Watch> watches,
            View view,
            Duration every,
            long limit,
            boolean isAll,
            PrintWriter out,
            PrintWriter err) {
        this.watches = watches;
        this.view = view;
        this.every = every;
        this.left = new AtomicLong(limit);
        this.isAll = isAll;
        this.out = out;
        this.err = err;
    }

    /** A number for the name of a probe: several looks of one process are different probes. */
    static int number() {
        return NUMBERS.incrementAndGet();
    }

    ExitCode toTheEnd() throws Problem {
        Thread onInterrupt = new Thread(this::interrupted, "livemark interrupt");
        try {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return ExitCode.DONE;
        }
        try {
            watches.forEach(this::start);
            show();
            return end();
        } finally {
            shown.countDown();
            forget(onInterrupt);
        }
    }

    private void start(Watch watch) {
        synchronized (this) {
            running++;
        }
        Thread reader =
                new Thread(() -> read(watch), "livemark " + watch.agent().jvm().pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Watch watch) {
        Problem problem = null;
        try {
            watch.run(view, watches.size() > 1 ? watch.agent().jvm().toString() : "", this);
        } catch (Problem e) {
            problem = e;
        } catch (RuntimeException | Error e) {
            problem = new Problem("this should not happen: " + e, "please report it, with the command");
        }
        synchronized (this) {
            running--;
            if (problem != null) {
                problems.add(problem);
            }
            notifyAll();
        }
    }

    private void show() {
        while (awaitChange()) {
            view.refresh();
            if (out.checkError()) {
                // livemark … | head: nobody reads any more.
                stop();
            }
        }
    }

    /** Waits until there is something new to show; false at the end. */
    private synchronized boolean awaitChange() {
        long deadline = System.nanoTime() + every.toNanos();
        while (running > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (hasChanged || left <= 0) {
                hasChanged = false;
                return true;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                stop();
            }
        }
        return false;
    }

    private synchronized ExitCode end() throws Problem {
        boolean isShown = watches.stream().anyMatch(Watch::hasBegun);
        if (isShown) {
            view.end();
            if (out.checkError() && !isPipe()) {
                problems.add(new Problem(
                        "standard output could not be written; what was printed is not whole", "is the disk full?"));
            }
        } else if (watches.size() == 1 && !problems.isEmpty()) {
            throw problems.get(0);
        }
        if (isAll && isShown) {
            problems.removeIf(NoSuchMarker.class::isInstance);
        }
        problems.addAll(failures.values());
        NoSuchMarker.together(problems).forEach(problem -> Complaints.say(problem, err));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Whoever reads a pipe may go when they have seen enough. */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        if (stopped.compareAndSet(false, true)) {
            for (Watch watch : watches) {
                // A thread each: one JVM that does not answer keeps none of the others.
                Thread stopper = new Thread(watch::stop, "livemark stop");
                stopper.setDaemon(true);
                stopper.start();
            }
        }
    }

    @Override
    public void taken(long more) {
        if (left.addAndGet(-more) <= 0) {
            stop();
        }
    }

    @Override
    public synchronized void failed(String kind, String what, String hint) {
        failures.put(kind, new Problem(what, hint));
    }

    @Override
    public synchronized void changed() {
        hasChanged = true;
        notifyAll();
    }

    private void interrupted() {
        stop();
        try {
            shown.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // It is what ends us.
            return;
        }
    }
}
