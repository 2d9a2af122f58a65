/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import io.livemark.probe.LiveProbe;
import io.livemark.probe.LoadOrder;
import io.livemark.probe.MarkerPattern;
import io.livemark.probe.Probes;
import io.livemark.probe.Refusal;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.Weaver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * The markers that recordings ask for, and their probes: one for each marker, so that each goes when nobody asks for it any more,
 * and one that costs too much goes alone. What went otherwise than by us stays away until all recordings that ask for it have ended.
 *
 * <p>Used by one thread, but for {@link #asksFor} and {@link #faulty}.
 */
final class RecordedMarkers {

    private final Probes probes;
    private final Weaver weaver;
    private final Consumer<LiveProbe> onTooManyExceptions;
    private final Logger log;
    private final Map<String, Recorded> recorded = new TreeMap<>();
    private final Map<String, EventShape> givenUp = new HashMap<>();
    private final Map<Long, Map<String, String>> told = new HashMap<>();
    private final Queue<LiveProbe> faulty = new ConcurrentLinkedQueue<>();
    private volatile List<Wishes> asked = List.of();
    private volatile Runnable onLoad;
    private int number;

    private record Recorded(EventShape shape, LiveProbe probe) {}

    RecordedMarkers(Probes probes, Weaver weaver, Consumer<LiveProbe> onTooManyExceptions, Logger log) {
        this.probes = probes;
        this.weaver = weaver;
        this.onTooManyExceptions = onTooManyExceptions;
        this.log = log;
    }

    void onLoad(Runnable watcher) {
        onLoad = watcher;
    }

    /** Whether a recording asks for a marker of a class. On any thread. */
    boolean asksFor(MarkedClass marked) {
        List<Wishes> now = asked;
        return !now.isEmpty()
                && marked.sites().stream()
                        .anyMatch(site -> now.stream().anyMatch(wishes -> wishes.wants(site.marker())));
    }

    /** Has a probe taken out at the next look. On any thread. */
    void faulty(LiveProbe probe) {
        faulty.add(probe);
    }

    /** Loads and unloads, as the recordings ask that are running now. */
    void look(List<Recordings.Running> running) throws Refusal {
        endFaulty();
        Map<Recordings.Running, Wishes> wishes = wishes(running);
        List<Wishes> all = List.copyOf(wishes.values());
        boolean isNew = !all.equals(asked);
        asked = all;
        Map<String, EventShape> wanted = wanted(all, isNew);
        noteGone();
        endUnwanted(wanted);
        givenUp.keySet().retainAll(wanted.keySet());
        List<EventShape> missing = wanted.values().stream()
                .filter(shape -> !recorded.containsKey(shape.marker()) && !shape.equals(givenUp.get(shape.marker())))
                .toList();
        wishes.forEach((recording, its) -> tell(recording, its, wanted.keySet()));
        if (missing.size() > 1) {
            // One stop of the JVM for all of them.
            probes.reach(missing.stream()
                    .map(shape -> new MarkerPattern(shape.marker()))
                    .toList());
        }
        missing.forEach(this::load);
    }

    private Map<Recordings.Running, Wishes> wishes(List<Recordings.Running> running) {
        told.keySet().retainAll(running.stream().map(Recordings.Running::id).toList());
        Map<Recordings.Running, Wishes> wishes = new HashMap<>();
        for (Recordings.Running recording : running) {
            Map<String, String> settings = new HashMap<>(recording.settings());
            // What we have told is not what it asks for.
            told.getOrDefault(recording.id(), Map.of()).forEach((key, value) -> settings.remove(key, value));
            Wishes its = Wishes.of(settings);
            if (its.any()) {
                wishes.put(recording, its);
            }
        }
        return wishes;
    }

    /** Says to the recorder what a pattern means for an event. */
    private void tell(Recordings.Running recording, Wishes its, Iterable<String> wanted) {
        Map<String, String> before = told.computeIfAbsent(recording.id(), id -> new HashMap<>());
        for (String marker : wanted) {
            String event = EventNames.ofMarker(marker);
            Map<String, String> news = new TreeMap<>();
            if (its.wants(marker)) {
                its.untold(marker).forEach((name, value) -> {
                    if (!value.equals(before.put(event + "#" + name, value))) {
                        news.put(name, value);
                    }
                });
            }
            if (!news.isEmpty()) {
                recording.enable(event, news);
            }
        }
    }

    private Map<String, EventShape> wanted(List<Wishes> wishes, boolean isNew) {
        if (wishes.isEmpty()) {
            return Map.of();
        }
        Map<String, List<MarkedSite>> sites = new TreeMap<>();
        for (MarkedClass owner : isNew ? weaver.marked() : weaver.known()) {
            for (MarkedSite site : owner.isGone() ? List.<MarkedSite>of() : owner.sites()) {
                if (site.isReachable() && site.kind() != MarkedSite.Kind.ARMED) {
                    sites.computeIfAbsent(site.marker(), name -> new ArrayList<>())
                            .add(site);
                }
            }
        }
        return sites.entrySet().stream()
                .filter(entry -> wishes.stream().anyMatch(its -> its.wants(entry.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> EventShape.of(entry.getKey(), entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void endFaulty() {
        List<LiveProbe> gone = new ArrayList<>();
        for (LiveProbe probe = faulty.poll(); probe != null; probe = faulty.poll()) {
            gone.add(probe);
        }
        probes.end(gone, Receipt.Cause.FAULTY, "");
    }

    /** A client or the budget has taken out some; these are not loaded again at once. */
    private void noteGone() {
        List<LiveProbe> loaded = probes.loaded();
        recorded.values().removeIf(one -> {
            boolean gone = !loaded.contains(one.probe);
            if (gone) {
                givenUp.put(one.shape.marker(), one.shape);
            }
            return gone;
        });
    }

    private void endUnwanted(Map<String, EventShape> wanted) {
        List<LiveProbe> unwanted = new ArrayList<>();
        List<LiveProbe> reshaped = new ArrayList<>();
        recorded.values().removeIf(one -> {
            EventShape now = wanted.get(one.shape.marker());
            if (now == null) {
                unwanted.add(one.probe);
            } else if (!one.shape.takes(now)) {
                reshaped.add(one.probe);
            }
            return now == null || !one.shape.takes(now);
        });
        probes.end(unwanted, Receipt.Cause.UNLOADED, "no recording asks for it any more");
        probes.end(reshaped, Receipt.Cause.UNLOADED, "another takes its place, since a site came with other fields");
    }

    private void load(EventShape shape) {
        String name = name();
        try {
            LoadOrder order =
                    new LoadOrder(name, RecordingProbe.files(List.of(shape)), Map.of(), null, Limits.DEFAULT, false);
            LiveProbe probe = probes.load(order, onTooManyExceptions).probe();
            recorded.put(shape.marker(), new Recorded(shape, probe));
            log.info("loaded {}: recordings get {}", name, EventNames.ofMarker(shape.marker()));
            Runnable watcher = onLoad;
            if (watcher != null) {
                watcher.run();
            }
        } catch (Refusal | RuntimeException | LinkageError e) {
            givenUp.put(shape.marker(), shape);
            log.warn("recordings do not get {}: {}", EventNames.ofMarker(shape.marker()), e.toString());
        }
    }

    /** One that no probe has, loaded or draining. */
    private String name() {
        while (true) {
            String name = "jfr-" + ++number;
            if (probes.loaded().stream().noneMatch(probe -> probe.name().equals(name))
                    && probes.endings().stream()
                            .noneMatch(ending -> ending.name().equals(name))) {
                return name;
            }
        }
    }
}
