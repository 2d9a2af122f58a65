/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Receipt;
import io.livemark.weave.MarkedClass;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * The probes of this JVM.
 *
 * <p>Safe on any thread of the agent; the locks are in the description of the package. The class loaders of the application, which
 * may take any time, are asked on the thread of the client that loads or unloads, or on that of the probe: who waits is whoever
 * asked for it.
 */
public final class Probes {

    private final Weaver weaver;
    private final Chains chains = new Chains();
    private final Arming arming;
    private final Endings endings;
    private final Budget budget;
    private final Roster roster;
    private final Loading loading;

    /**
     * Loads nothing yet.
     *
     * @param weaver knows the marked classes
     * @param log for what probes log, and for receipts that no client waits for
     */
    public Probes(Weaver weaver, Logger log) {
        this(weaver, log, new LoadStep.Nobody());
    }

    /**
     * @param onlooker sees each load go on
     */
    Probes(Weaver weaver, Logger log, LoadStep.Onlooker onlooker) {
        this.weaver = weaver;
        this.endings = new Endings(log);
        this.budget = new Budget(chains, log);
        this.arming = new Arming(weaver, chains, log);
        this.roster = new Roster(arming, endings);
        this.loading = new Loading(weaver, chains, arming, endings, roster, onlooker, log);
    }

    /** {@return the probes that are called, in load order} */
    public List<LiveProbe> loaded() {
        return arming.probes();
    }

    /** {@return the ends of the probes that are out, but not closed yet: a handler is running, or {@code close} is} */
    public List<Ending> endings() {
        return endings.open();
    }

    /**
     * Runs something once all probes that are out are closed: at once, or on the thread that closes the last one.
     *
     * @param task what to do; there can be one
     */
    public void whenAllClosed(Runnable task) {
        endings.whenAllClosed(task);
    }

    /** {@return the probes of these ends} */
    public List<LiveProbe> draining() {
        return endings().stream().map(Ending::draining).filter(Objects::nonNull).toList();
    }

    /**
     * Remembers the last probes that went.
     *
     * @param name the name of one
     * @return what was seen of its end; null where nothing is remembered
     */
    public Receipt last(String name) {
        return endings.last(name);
    }

    /**
     * How often a marker was hit while a probe was on it.
     *
     * @param marker the marker
     * @return hits since the JVM started; a little behind while there are more
     */
    public long hits(LivemarkMarker marker) {
        return chains.hits(marker);
    }

    /**
     * What a load did.
     *
     * @param probe the probe
     * @param markers how many markers it is on
     * @param sites how many sites of these
     * @param waiting its patterns that match no marker yet
     * @param retransformed how many classes were retransformed
     */
    public record Loaded(LiveProbe probe, int markers, int sites, List<String> waiting, int retransformed) {}

    /**
     * Loads a probe and arms its markers. Whatever fails, nothing has changed. The application's loaders and the probe's
     * constructors run on this thread, while no lock is held.
     *
     * @param order what to load
     * @param onTooManyExceptions is called on the thread that threw once too often
     * @return what it did
     * @throws Refusal with reason and remedy
     */
    public Loaded load(LoadOrder order, Consumer<LiveProbe> onTooManyExceptions) throws Refusal {
        return loading.load(order, onTooManyExceptions);
    }

    /**
     * Makes the sites of some markers reachable, so that loading several probes on them stops the JVM as for one.
     *
     * @param patterns the markers
     * @throws Refusal where the agent is about to leave
     */
    public void reach(List<MarkerPattern> patterns) throws Refusal {
        Targets targets = Targets.of(patterns, weaver.marked());
        synchronized (weaver) {
            roster.refuseWhileLeaving();
            weaver.reach(targets.classes());
        }
    }

    /**
     * Lets nobody in any more, since the agent is about to go. A probe that is {@link #loaded} already is to be taken out; any other
     * load is refused.
     *
     * @throws Refusal if it is about to go already
     */
    public void leave() throws Refusal {
        roster.leave();
    }

    /** Lets probes in again, since the agent stays after all. */
    public void stay() {
        roster.leaving(false);
    }

    /**
     * Says no where the agent is about to go.
     *
     * @throws Refusal if it is
     */
    public void refuseWhileLeaving() throws Refusal {
        roster.refuseWhileLeaving();
    }

    /**
     * Takes out the probes whose handlers took more than they may since this was called last, about a second ago; and those that
     * have thrown too often, where the thread that did had no stack or memory left to say so. Never waits for a handler.
     *
     * @return whether there are probes to be looked at again
     */
    public boolean keepBudget() {
        // Kept until then only; and whoever lists probes has less to wait for.
        loaded().forEach(LiveProbe::beginFirstText);
        end(loaded().stream().filter(LiveProbe::isFaulty).toList(), Receipt.Cause.FAULTY, "");
        synchronized (budget) {
            budget.look(loaded()).forEach((probe, detail) -> end(List.of(probe), Receipt.Cause.TOO_COSTLY, detail));
        }
        return !loaded().isEmpty();
    }

    /**
     * Unloads probes, and waits a while until they are closed; see {@link #end}.
     *
     * @param probes some of {@link #loaded}; others are ignored
     * @param cause for the receipts
     * @return one receipt a probe that was loaded, in load order
     */
    public List<Receipt> unload(List<LiveProbe> probes, Receipt.Cause cause) {
        List<Ending> begun = end(probes, cause, "");
        long deadline = System.nanoTime() + Ending.PATIENCE.toNanos();
        begun.forEach(ending -> ending.awaitClosed(deadline));
        return begun.stream().map(Ending::receipt).toList();
    }

    /**
     * Disarms probes: guards first, then targets. Each is closed once no handler is seen running, on a thread of its own; nobody has to
     * wait for that.
     *
     * @param probes some of {@link #loaded}; others are ignored
     * @param cause for the receipts
     * @param detail what there is to say of the cause; empty for nothing
     * @return the end of each probe that was loaded, in load order
     */
    public List<Ending> end(List<LiveProbe> probes, Receipt.Cause cause, String detail) {
        List<Ending> ending = roster.dismiss(probes, cause, detail);
        if (!ending.isEmpty()) {
            try {
                arming.disarm(ending.stream().map(Ending::draining).toList());
            } finally {
                // What is still called is not idle: it is waited for.
                endings.begin(ending);
            }
        }
        return ending;
    }

    /** Asks sources of probes, and sends what they have. */
    public interface Sending {
        /**
         * Returns at the end of the probe.
         *
         * @throws IOException where the client has gone
         */
        void run() throws IOException;
    }

    /**
     * Sends on this thread, one of the agent. Marks that sources hit are not delivered to any probe, as in {@link Chains#quietly}:
     * once for a client, since sources are asked 200 times a second.
     *
     * @param sending what to do
     * @throws IOException where the client has gone
     */
    public void quietly(Sending sending) throws IOException {
        chains.quietly(() -> {
            sending.run();
            return null;
        });
    }

    /** {@return who is to be told of linking} */
    public LivemarkListener listener() {
        return arming;
    }

    /**
     * Looks whether a class needs the shim for a loaded probe. Called while the class is being defined or replaced, on the thread
     * that does.
     *
     * @param changed the class
     */
    public void changed(MarkedClass changed) {
        arming.changed(changed);
    }

    /** Looks which threads still run classes as they were before these were replaced; see {@link Weaver#recheck}. */
    public void recheck() {
        if (weaver.recheck()) {
            arming.updateShims();
        }
    }
}
