/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.probe.EventBuffer;
import io.livemark.probe.LiveProbe;
import io.livemark.probe.LoadOrder;
import io.livemark.probe.MarkerPattern;
import io.livemark.probe.Probes;
import io.livemark.probe.Refusal;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.weave.Weaver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What each request does. Called by the threads of connections, several at a time. */
final class Commands {

    private final Identity identity;
    private final Weaver weaver;
    private final Probes probes;
    private final Listing listing;
    private final ScheduledExecutorService later;

    Commands(Identity identity, Weaver weaver, Probes probes, ScheduledExecutorService later) {
        this.identity = identity;
        this.weaver = weaver;
        this.probes = probes;
        this.listing = new Listing(weaver, probes);
        this.later = later;
    }

    /** A loaded probe, and what to answer. */
    record Running(LiveProbe probe, Reply.Loaded reply) {}

    Reply describe() {
        return new Reply.Described(
                identity.version(), identity.attached(), Runtime.version().feature(), ApplicationPath.ofThisJvm());
    }

    Reply list(Request.ListMarkers request) {
        synchronized (probes) {
            return listing.of(new MarkerPattern(request.pattern()));
        }
    }

    Running load(Request.Load request, EventBuffer follower) throws Refusal {
        long start = System.nanoTime();
        LoadOrder order = new LoadOrder(request.name(), request.files(), request.arguments(), follower);
        Probes.Loaded loaded =
                probes.load(order, faulty -> later.execute(() -> end(List.of(faulty), Receipt.Cause.FAULTY)));
        LiveProbe probe = loaded.probe();
        if (request.lifeMillis() > 0) {
            later.schedule(
                    () -> end(List.of(probe), Receipt.Cause.EXPIRED), request.lifeMillis(), TimeUnit.MILLISECONDS);
        }
        Reply.Loaded reply = new Reply.Loaded(
                probe.name(),
                loaded.markers(),
                loaded.sites(),
                loaded.waiting(),
                loaded.retransformed(),
                System.nanoTime() - start);
        return new Running(probe, reply);
    }

    Reply unload(Request.Unload request) throws Refusal {
        List<LiveProbe> loaded = probes.loaded();
        List<LiveProbe> chosen = new ArrayList<>();
        for (String name : request.names()) {
            chosen.add(loaded.stream()
                    .filter(probe -> probe.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            "no probe named " + name + " is loaded",
                            loaded.isEmpty()
                                    ? "no probe is loaded at all"
                                    : "loaded are: "
                                            + String.join(
                                                    ", ",
                                                    loaded.stream()
                                                            .map(LiveProbe::name)
                                                            .toList()))));
        }
        return new Reply.Unloaded(end(request.names().isEmpty() ? loaded : chosen, Receipt.Cause.UNLOADED));
    }

    List<Receipt> end(List<LiveProbe> gone, Receipt.Cause cause) {
        return probes.unload(gone, cause);
    }

    Reply detach() {
        synchronized (probes) {
            probes.leave();
            return leave();
        }
    }

    private Reply leave() {
        List<Receipt> ended = end(probes.loaded(), Receipt.Cause.UNLOADED);
        List<String> left = new ArrayList<>();
        probes.draining()
                .forEach(probe ->
                        left.add("the probe " + probe.name() + " is not closed: one of its handlers is still running"));
        LivemarkBridge.listener(null);
        int restored = weaver.uninstall(left);
        return new Reply.Detached(ended, restored, left);
    }
}
