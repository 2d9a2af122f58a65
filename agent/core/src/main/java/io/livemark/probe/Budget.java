/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Holder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Which probes take more of the application than they may.
 *
 * <p>Looked at about once a second. The time in handlers is estimated: each thread times about a thousand hits a second, all of
 * them where they are rarer, and each stands for those since the one before. It is time that passes, whether the handler computes
 * or waits: the application waits for it either way. It is compared with the CPU time that the process took in that second; of a
 * process that took less than one CPU, with one CPU. Less would end looks for being cold: handlers that are
 * interpreted still take some 0.1 ms of a hit, and several times that where they have to wait for a CPU.
 *
 * <p>The first second of a probe is not counted, since its code is being loaded and compiled; and one second alone is not enough,
 * since classes may have been loaded in it, or the machine been busy.
 *
 * <p>Not thread-safe: one thread looks.
 */
final class Budget {

    private static final long WARM_UP_NANOS = 1_000_000_000;

    private final Chains chains;
    private final Logger log;
    private final Clocks clocks;
    private final Map<LiveProbe, Long> spentBefore = new HashMap<>();
    private final Set<LiveProbe> over = new HashSet<>();
    private Set<Chains.Running> before = Set.of();
    private final Set<Chains.Running> told = new HashSet<>();
    private long nanosBefore;
    private Duration cpuBefore = Duration.ZERO;

    /** What time it is. */
    interface Clocks {

        /** {@return the time of {@link System#nanoTime}} */
        long nanos();

        /** {@return the CPU time that the process has taken} */
        Duration cpu();
    }

    private static final class OfTheProcess implements Clocks {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Duration cpu() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    /**
     * @param chains where the threads are
     * @param log is told of handlers that do not return
     */
    Budget(Chains chains, Logger log) {
        this(chains, log, new OfTheProcess());
    }

    /** For tests. */
    Budget(Chains chains, Logger log, Clocks clocks) {
        this.chains = chains;
        this.log = log;
        this.clocks = clocks;
    }

    /** {@return the probes that took more than they may at this look and the last, each with what it took, as a sentence} */
    Map<LiveProbe, String> look(List<LiveProbe> loaded) {
        long now = clocks.nanos();
        Duration cpu = clocks.cpu();
        long passed = now - nanosBefore;
        long taken = cpu.minus(cpuBefore).toNanos();
        long base = Math.max(taken, passed);
        nanosBefore = now;
        cpuBefore = cpu;
        Map<LiveProbe, List<Holder>> holders = holders(loaded);
        spentBefore.keySet().retainAll(loaded);
        over.retainAll(loaded);
        Map<LiveProbe, String> excesses = new LinkedHashMap<>();
        for (LiveProbe probe : loaded) {
            if (now - probe.madeNanos() < WARM_UP_NANOS) {
                continue;
            }
            long spent = probe.spent().sum();
            Long earlier = spentBefore.put(probe, spent);
            if (earlier != null) {
                List<Holder> holding = holders.getOrDefault(probe, List.of());
                double share = (double) (spent - earlier + holding.size() * passed) / base;
                boolean isOver = probe.maxOverhead() > 0 && share > probe.maxOverhead();
                if (isOver && !over.add(probe)) {
                    excesses.put(probe, sentence(share, taken < passed, probe.maxOverhead(), holding));
                } else if (!isOver) {
                    over.remove(probe);
                }
            }
        }
        chains.timeSoon();
        return excesses;
    }

    /** The threads that have been in one and the same call of a handler since the last look; each call is told once. */
    private Map<LiveProbe, List<Holder>> holders(List<LiveProbe> loaded) {
        Set<Chains.Running> running = chains.running();
        Set<Chains.Running> still = new HashSet<>(running);
        still.retainAll(before);
        before = running;
        told.retainAll(still);
        if (still.isEmpty()) {
            return Map.of();
        }
        Set<Long> threads = still.stream().map(Chains.Running::thread).collect(Collectors.toSet());
        Set<Long> known = told.stream().map(Chains.Running::thread).collect(Collectors.toSet());
        told.addAll(still);
        Holders stacks = Holders.look();
        Map<LiveProbe, List<Holder>> holders = new HashMap<>();
        for (LiveProbe probe : loaded) {
            List<Holder> holding = stacks.of(probe.loaders()).stream()
                    .filter(holder -> threads.contains(holder.id()))
                    .toList();
            holders.put(probe, holding);
            holding.stream().filter(holder -> !known.contains(holder.id())).forEach(holder -> tell(probe, holder));
        }
        return holders;
    }

    private void tell(LiveProbe probe, Holder holder) {
        log.warn(
                "a handler of {} has not returned for a second, on {} ({}):\n    {}",
                probe.name(),
                holder.who(),
                holder.state(),
                String.join("\n    ", holder.stack()));
    }

    private static String sentence(double share, boolean ofOneCpu, double limit, List<Holder> holding) {
        String used = String.format(
                Locale.ROOT,
                "its handlers took %.3g %% of %s, its limit is %.3g %%",
                100 * share,
                ofOneCpu ? "one CPU" : "the CPU time of the process",
                100 * limit);
        return holding.isEmpty()
                ? used
                : used + "; " + holding.get(0).who() + " has been in "
                        + holding.get(0).stack().get(0) + " for a second";
    }
}
