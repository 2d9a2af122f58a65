/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What all who take part share: the target, the clock, and the first thing that went wrong. */
final class Storm {

    final Target target;
    final Path directory;

    /** One command of so many is a process. */
    private static final int PROCESSES = 10;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private final long begin = System.nanoTime();
    private final Queue<String> history = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> exits = new ConcurrentSkipListMap<>();

    /** Probes of which a client does not know whether they are there: it was killed, or not answered. */
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    Storm(Target target, Path directory) {
        this.target = target;
        this.directory = directory;
    }

    /** Somebody who takes part until it is over. */
    interface Actor {
        void act() throws Exception;
    }

    void start(Actor actor) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!isOver()) {
                            actor.act();
                        }
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                        over.countDown();
                    }
                },
                actor.toString());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Lets it blow, and waits for all who take part. */
    void blow(Duration duration, Duration patience) throws InterruptedException {
        over.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        over.countDown();
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            if (thread.isAlive()) {
                AssertionError hung = new AssertionError(thread.getName() + " has not ended");
                hung.setStackTrace(thread.getStackTrace());
                failure.compareAndSet(null, hung);
            }
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get().toString(), failure.get());
        }
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Time passes; less where the storm ends. */
    void pass(long millis) throws InterruptedException {
        over.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Runs a command: mostly here, now and then as a process. It must end with an answer. */
    Ended ask(List<String> words, Random dice) {
        long start = System.nanoTime();
        boolean process = dice.nextInt(PROCESSES) == 0;
        Ended ended = process ? Cli.process(words) : Cli.here(words);
        note(start, (process ? "$ " : "  ") + String.join(" ", words) + " -> " + ended.exit());
        exits.computeIfAbsent(words.get(0) + " " + ended.exit(), key -> new LongAdder())
                .increment();
        ended.isAnswered();
        return ended;
    }

    private void note(long start, String what) {
        history.add(
                "%8d %6d ms %s".formatted((start - begin) / 1_000_000, (System.nanoTime() - start) / 1_000_000, what));
    }

    /** {@return the commands so far: when they were asked, how long they took, and how they ended} */
    String history() {
        return String.join("\n", history);
    }

    /** {@return how many commands there were, by their exit codes} */
    String summary() {
        return exits.toString();
    }

    void isUnknown(String probe) {
        unknown.add(probe);
    }

    Set<String> unknown() {
        return unknown;
    }
}
