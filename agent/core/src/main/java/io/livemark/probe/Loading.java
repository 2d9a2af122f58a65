/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Receipt;
import io.livemark.weave.Weaver;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;

/** The way of a probe into the JVM, step by step; whatever fails, what was done is taken back. */
final class Loading {

    private final Weaver weaver;
    private final Chains chains;
    private final Arming arming;
    private final Endings endings;
    private final Roster roster;
    private final LoadStep.Onlooker onlooker;
    private final Logger log;

    Loading(
            Weaver weaver,
            Chains chains,
            Arming arming,
            Endings endings,
            Roster roster,
            LoadStep.Onlooker onlooker,
            Logger log) {
        this.weaver = weaver;
        this.chains = chains;
        this.arming = arming;
        this.endings = endings;
        this.roster = roster;
        this.onlooker = onlooker;
        this.log = log;
    }

    /** As {@link Probes#load}. */
    Probes.Loaded load(LoadOrder order, Consumer<LiveProbe> onTooManyExceptions) throws Refusal {
        ProbeFiles files = ProbeFiles.of(order.files());
        String name = order.name().isEmpty() ? files.simpleName() : order.name();
        roster.take(name);
        try {
            onlooker.at(LoadStep.NAMED);
            Targets targets = Targets.of(files.patterns(), weaver.marked());
            onlooker.at(LoadStep.FOUND);
            Context context = new Context(name, order.arguments(), order.follower(), log);
            Instances instances = new Instances(name, files, context, weaver, chains, Background.executor());
            List<Draft> drafts = instances.draft(targets.homes());
            onlooker.at(LoadStep.DEFINED);
            List<String> misfits = List.of();
            if (order.isLenient()) {
                misfits = targets.keepFitting(drafts);
            } else {
                targets.check(drafts);
            }
            onlooker.at(LoadStep.CHECKED);
            LiveProbe probe = new LiveProbe(name, instances, context, chains, onTooManyExceptions);
            probe.limit(order.limits());
            for (String misfit : misfits) {
                probe.misfit(misfit);
            }
            if (order.isLenient()) {
                probe.lenient();
            }
            instances.serve(new Providing(probe), probe.faults());
            return arm(probe, drafts, targets);
        } catch (VirtualMachineError e) {
            String what = e.getClass().getClassLoader() == null
                    ? e.toString()
                    : e.getClass().getName();
            throw new Refusal(
                    name + " was not loaded: " + what, "the JVM is short of something; nothing was changed in it");
        } finally {
            roster.give(name);
        }
    }

    private Probes.Loaded arm(LiveProbe probe, List<Draft> drafts, Targets targets) throws Refusal {
        try {
            probe.instances().construct(drafts);
            onlooker.at(LoadStep.CONSTRUCTED);
            int retransformed = arm(probe, targets);
            return new Probes.Loaded(probe, targets.markers(), targets.sites(), targets.waiting(), retransformed);
        } catch (Throwable e) {
            discard(probe);
            throw e;
        }
    }

    private int arm(LiveProbe probe, Targets targets) throws Refusal {
        int retransformed;
        synchronized (weaver) {
            // Nothing is woven any more once an agent that goes has begun to give classes back.
            roster.refuseWhileLeaving();
            retransformed = weaver.reach(targets.classes());
        }
        onlooker.at(LoadStep.REACHED);
        arming.arm(probe, new Admitting(probe), onlooker);
        return retransformed;
    }

    // No lambdas: to link one takes the first load longer than to load a class.

    private final class Providing implements Consumer<Home> {

        private final LiveProbe probe;

        Providing(LiveProbe probe) {
            this.probe = probe;
        }

        @Override
        public void accept(Home home) {
            provide(probe, home);
        }
    }

    private final class Admitting implements Arming.Admission {

        private final LiveProbe probe;

        Admitting(LiveProbe probe) {
            this.probe = probe;
        }

        @Override
        public void grant() throws Refusal {
            roster.admit(probe);
        }
    }

    /** A probe that was not loaded after all: some hits may have come to it. */
    private void discard(LiveProbe probe) {
        if (probe.awaitIdle(Ending.PATIENCE)) {
            probe.close();
        } else {
            endings.begin(endings.announce(
                    List.of(probe), Receipt.Cause.UNLOADED, "it was not loaded after all", System.nanoTime()));
        }
    }

    /** Makes what serves a loader that came after the load, and has its sites call that. On a thread of the agent. */
    private void provide(LiveProbe probe, Home home) {
        try {
            if (probe.instances().make(home)) {
                arming.aimAgain(probe, home);
            }
        } catch (Refusal e) {
            probe.misfit(e.getMessage());
        } catch (Throwable e) {
            probe.misfit("its sites of " + LoaderName.of(home.loader()) + " are not served: " + e);
            log.warn("{} does not serve a loader", probe.name(), e);
        }
    }
}
