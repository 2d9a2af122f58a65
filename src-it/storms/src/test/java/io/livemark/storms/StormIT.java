/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four clients and a thousand markers. An agent that came with the JVM stays; one that was attached is also detached, and comes
 * again. {@code -Dlivemark.storm.seconds=600} makes it long; {@code -Dlivemark.storm.seed=N} throws the same dice again.
 */
class StormIT {

    private static final int CLIENTS = 4;

    /** What a client may still have to do when the storm is over: the longest is a command that waits for an answer. */
    private static final Duration FAREWELL = Duration.ofSeconds(90);

    /** How long a probe may take to go by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource
    void whatever_clients_do_each_hit_is_delivered_once_and_nothing_is_left(Arrival arrival, @TempDir Path directory)
            throws Exception {
        long seed = Settings.seed();
        System.out.println("storm " + arrival + ": -Dlivemark.storm.seed=" + seed);
        try (Target target = Target.start(arrival, Sites.compile(directory))) {
            Storm storm = new Storm(target, directory);
            try {
                storm(storm, arrival == Arrival.BY_ATTACH, seed);
            } catch (Throwable e) {
                AssertionError all = target.failure("-Dlivemark.storm.seed=" + seed + "\n" + e.getMessage() + "\n"
                        + storm.history() + "\n" + probes(target));
                all.initCause(e);
                throw all;
            }
        }
    }

    private static void storm(Storm storm, boolean detaches, long seed) throws Exception {
        Target target = storm.target;
        target.say("begin " + seed);
        Client first = new Client(storm, "first", detaches, seed);
        first.everythingOnce();
        awaitClosed(target, Set.of());
        target.say("end");
        // In this order: who asks for classes makes the JVM start a thread.
        LoadedClasses classesBefore = LoadedClasses.of(target.pid());
        long[] before = resources(target, new long[] {1_000, 1_000});

        target.say("begin " + seed);
        List<Client> clients = IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(number -> new Client(storm, "client" + number, detaches, seed + number))
                .toList();
        clients.forEach(storm::start);
        storm.start(new Suspender(storm, seed));
        storm.blow(Settings.duration(), FAREWELL);

        // What is leased, or has a time, goes by itself; then the rest.
        Set<String> kept = new TreeSet<>(storm.unknown());
        clients.forEach(client -> kept.addAll(client.kept()));
        awaitClosed(target, kept);
        first.leave();
        awaitClosed(target, Set.of());
        target.say("end");
        first.verify();
        String[] summary = target.say("summary").get(0).split(" ");
        System.out.println("storm: " + storm.summary() + "; " + summary[0] + " probes, " + summary[1]
                + " of them bound to be told of " + summary[2] + " hits");
        assertTrue(Integer.parseInt(summary[1]) > 0, "no probe was bound to be told of any hit");
        nothingIsLeft(before, resources(target, before));
        LoadedClasses.areNoMoreThan(classesBefore, 1, target.pid(), PATIENCE);
        target.saysNothingByItself();
    }

    /** {@return what the agent says of the probes that are there} */
    private static String probes(Target target) {
        return Cli.here(List.of("list", Long.toString(target.pid()), "--active"))
                        .out()
                + String.join("\n", target.say("verify"));
    }

    private static void awaitClosed(Target target, Set<String> others) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> unclosed = new ArrayList<>(target.say("unclosed"));
            unclosed.removeAll(others);
            if (unclosed.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("these are still not closed: " + unclosed);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void nothingIsLeft(long[] before, long[] after) {
        List<String> names = List.of("threads", "open files", "classes of probes", "class loaders");
        for (int i = 0; i < names.size(); i++) {
            assertTrue(after[i] <= before[i], names.get(i) + " before " + before[i] + ", after " + after[i]);
        }
    }

    private static long[] resources(Target target, long[] most) {
        String line = target.say("resources " + most[0] + " " + most[1]).get(0);
        return Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
