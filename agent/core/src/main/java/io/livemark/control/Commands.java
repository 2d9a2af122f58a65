/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.flight.Flight;
import io.livemark.probe.Ending;
import io.livemark.probe.EventBuffer;
import io.livemark.probe.LiveProbe;
import io.livemark.probe.LoadOrder;
import io.livemark.probe.MarkerPattern;
import io.livemark.probe.Probes;
import io.livemark.probe.Refusal;
import io.livemark.protocol.Holder;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.weave.Weaver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What each request does. Called by the threads of connections, several at a time. */
final class Commands {

    private static final int WATCH_SECONDS = 1;

    private final Identity identity;
    private final Weaver weaver;
    private final Probes probes;
    private final Flight flight;
    private final Listing listing;
    private final ScheduledExecutorService later;
    private final AtomicBoolean watching = new AtomicBoolean();

    Commands(Identity identity, Weaver weaver, Probes probes, Flight flight, ScheduledExecutorService later) {
        this.identity = identity;
        this.weaver = weaver;
        this.probes = probes;
        this.flight = flight;
        flight.onLoad(new Watch());
        this.listing = new Listing(weaver, probes);
        this.later = later;
    }

    /** A loaded probe, and what to answer. */
    record Running(Lease lease, Reply.Loaded reply) {}

    Reply describe() {
        return new Reply.Described(
                identity.version(), identity.attached(), Runtime.version().feature(), ApplicationPath.ofThisJvm());
    }

    Reply list(Request.ListMarkers request) {
        return listing.of(new MarkerPattern(request.pattern()));
    }

    Running load(Request.Load request, EventBuffer follower) throws Refusal {
        probes.refuseWhileLeaving();
        long start = System.nanoTime();
        LoadOrder order = new LoadOrder(
                request.name(),
                request.files(),
                request.arguments(),
                follower,
                request.limits(),
                request.look().isLenient());
        Probes.Loaded loaded = probes.load(order, new Faulty());
        LiveProbe probe = loaded.probe();
        watch();
        Lease lease = new Lease(probe, this);
        if (request.lifeMillis() > 0) {
            ScheduledFuture<?> due =
                    later.schedule(() -> lease.end(Receipt.Cause.EXPIRED), request.lifeMillis(), TimeUnit.MILLISECONDS);
            lease.receipt().thenRun(() -> due.cancel(false));
        }
        Reply.Loaded reply = new Reply.Loaded(
                probe.name(),
                loaded.markers(),
                loaded.sites(),
                loaded.waiting(),
                loaded.retransformed(),
                System.nanoTime() - start);
        return new Running(lease, reply);
    }

    /** What is to be told to the client that follows a probe. */
    Newcomers newcomers(Request.Load.Look look, Lease lease) {
        return new Newcomers(
                weaver, look.watched().stream().map(MarkerPattern::new).toList(), look.since(), lease::misfits);
    }

    /** Sends what a probe has to its client, on the thread that serves that. */
    void quietly(Probes.Sending sending) throws IOException {
        probes.quietly(sending);
    }

    /** Looks after the probes once a second, for as long as there are any. */
    private void watch() {
        if (watching.compareAndSet(false, true)) {
            later.schedule(new Look(), WATCH_SECONDS, TimeUnit.SECONDS);
        }
    }

    // No lambdas in what the first load comes through: to link one takes the JVM longer than to load a class.

    private final class Watch implements Runnable {

        @Override
        public void run() {
            watch();
        }
    }

    private final class Look implements Runnable {

        @Override
        public void run() {
            // Before the look: a probe that is loaded from here on, and not seen by it, is watched by another.
            watching.set(false);
            boolean more = true;
            try {
                more = probes.keepBudget();
            } finally {
                if (more) {
                    watch();
                }
            }
        }
    }

    private final class Faulty implements Consumer<LiveProbe> {

        @Override
        public void accept(LiveProbe faulty) {
            later.execute(() -> end(faulty, Receipt.Cause.FAULTY, ""));
        }
    }

    Reply unload(Request.Unload request, BooleanSupplier clientIsGone) throws Refusal {
        // From here on nothing on this stack may hold a probe: its classes could not be collected while we wait.
        List<Ending> ending = begin(request.names());
        new Waiting(ending, clientIsGone).until(request.until(), request.patienceMillis(), request.collect());
        return new Reply.Unloaded(ending.stream().map(Ending::receipt).toList());
    }

    /** Disarms probes. Those that are draining already go on doing so. */
    private List<Ending> begin(List<String> names) throws Refusal {
        List<LiveProbe> loaded = probes.loaded();
        List<Ending> draining = probes.endings();
        List<LiveProbe> chosen = new ArrayList<>();
        List<Ending> all = new ArrayList<>();
        for (String name : names) {
            Optional<LiveProbe> probe =
                    loaded.stream().filter(one -> one.name().equals(name)).findFirst();
            Optional<Ending> ending =
                    draining.stream().filter(one -> one.name().equals(name)).findFirst();
            probe.ifPresent(chosen::add);
            ending.filter(one -> probe.isEmpty()).ifPresent(all::add);
            if (probe.isEmpty() && ending.isEmpty()) {
                throw notLoaded(name, loaded);
            }
        }
        if (names.isEmpty()) {
            chosen.addAll(loaded);
            all.addAll(draining);
        }
        all.addAll(probes.end(chosen, Receipt.Cause.UNLOADED, ""));
        return all;
    }

    private Refusal notLoaded(String name, List<LiveProbe> loaded) {
        Receipt last = probes.last(name);
        String names = loaded.stream().map(LiveProbe::name).collect(Collectors.joining(", "));
        return new Refusal(
                "no probe named " + name + " is loaded" + (last == null ? "" : " any more: " + last.sentence()),
                names.isEmpty() ? "no probe is loaded at all" : "loaded are: " + names);
    }

    /**
     * Takes a probe out, whose receipt goes to the log and to whoever follows it. Does not wait.
     *
     * @param probe may be out already
     */
    void end(LiveProbe probe, Receipt.Cause cause, String detail) {
        probes.end(List.of(probe), cause, detail);
    }

    Reply detach() throws Refusal {
        probes.leave();
        try {
            return leave();
        } catch (Throwable e) {
            probes.stay();
            flight.start();
            throw e;
        }
    }

    private Reply leave() {
        flight.stop();
        Set<Ending> all = new LinkedHashSet<>(probes.endings());
        all.addAll(probes.end(probes.loaded(), Receipt.Cause.UNLOADED, ""));
        // Those that somebody else has taken out meanwhile.
        all.addAll(probes.endings());
        List<Ending> ending = List.copyOf(all);
        new Waiting(ending, () -> false)
                .until(Request.Unload.Until.DRAINED, Request.Unload.DEFAULT_PATIENCE_MILLIS, false);
        List<Receipt> receipts = ending.stream().map(Ending::receipt).toList();
        List<String> left = new ArrayList<>();
        listing.draining()
                .forEach(probe -> left.add("the probe " + probe.name() + " is not closed before "
                        + (probe.holders().isEmpty()
                                ? "its handlers have returned"
                                : probe.holders().stream().map(Holder::who).collect(Collectors.joining(", "))
                                        + " has left it")));
        LivemarkBridge.listener(null);
        int restored = weaver.uninstall(left);
        return new Reply.Detached(receipts, restored, left);
    }
}
