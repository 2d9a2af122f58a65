/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.probe.Ending;
import io.livemark.probe.Holders;
import io.livemark.probe.LiveProbe;
import io.livemark.probe.MarkerPattern;
import io.livemark.probe.Probes;
import io.livemark.protocol.Holder;
import io.livemark.protocol.LoadedProbe;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.Reason;
import io.livemark.weave.Weaver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code livemark list} shows, gathered from the rooms that know. */
final class Listing {

    private final Weaver weaver;
    private final Probes probes;

    Listing(Weaver weaver, Probes probes) {
        this.weaver = weaver;
        this.probes = probes;
    }

    /** What there is to tell. A probe that goes meanwhile is shown as one that is draining: it is told last. */
    Reply.Markers of(MarkerPattern pattern) {
        Reply.Markers loaded = loaded(pattern);
        // A look at all stacks, which nobody else has to wait for.
        List<LoadedProbe> draining = draining();
        List<LoadedProbe> all = new ArrayList<>();
        for (LoadedProbe probe : loaded.probes()) {
            if (draining.stream().noneMatch(other -> other.name().equals(probe.name()))) {
                all.add(probe);
            }
        }
        all.addAll(draining);
        return new Reply.Markers(loaded.markers(), all, loaded.notes(), loaded.changes());
    }

    /** The probes that are out and not closed yet, with the threads that hold them; looks at the stacks of all where there are any. */
    List<LoadedProbe> draining() {
        List<Ending> endings = probes.endings();
        if (endings.isEmpty()) {
            return List.of();
        }
        Holders holders = Holders.look();
        List<LoadedProbe> draining = new ArrayList<>();
        for (Ending ending : endings) {
            LiveProbe probe = ending.draining();
            if (probe != null) {
                draining.add(view(probe, LoadedProbe.State.DRAINING, holders.of(ending.loaders())));
            }
        }
        return draining;
    }

    private Reply.Markers loaded(MarkerPattern pattern) {
        probes.recheck();
        Map<String, List<Owned>> sites = new TreeMap<>();
        // Reads what is to be read first; then what comes after the count is missing at worst, and counted.
        weaver.marked();
        long changes = weaver.changes();
        for (MarkedClass owner : weaver.known()) {
            for (MarkedSite site : owner.sites()) {
                sites.computeIfAbsent(site.marker(), name -> new ArrayList<>()).add(new Owned(owner, site));
            }
        }
        List<LiveProbe> loaded =
                probes.loaded().stream().filter(LiveProbe::isCalled).toList();
        Map<String, Marker> markers = new TreeMap<>();
        sites.forEach((name, found) -> markers.put(name, marker(name, found, loaded)));
        for (LiveProbe probe : loaded) {
            for (MarkerPattern wanted : probe.patterns()) {
                if (sites.keySet().stream().noneMatch(wanted::matches)) {
                    markers.merge(wanted.text(), waiting(wanted.text(), probe), Listing::both);
                }
            }
        }
        markers.keySet().removeIf(name -> !pattern.matches(name));
        List<LoadedProbe> views = new ArrayList<>();
        loaded.forEach(probe -> views.add(view(probe, LoadedProbe.State.LOADED, List.of())));
        return new Reply.Markers(List.copyOf(markers.values()), views, weaver.notes(), changes);
    }

    private Marker marker(String name, List<Owned> found, List<LiveProbe> loaded) {
        boolean reachable = found.stream().anyMatch(owned -> owned.site().isReachable());
        List<String> on = reachable
                ? loaded.stream()
                        .filter(probe -> probe.wants(name))
                        .map(LiveProbe::name)
                        .toList()
                : List.of();
        Marker.State state =
                !reachable ? Marker.State.MALFORMED : on.isEmpty() ? Marker.State.IDLE : Marker.State.ARMED;
        Set<String> reasons = new LinkedHashSet<>();
        found.stream()
                .filter(owned -> !owned.site().isReachable())
                .forEach(owned -> reasons.add(
                        owned.where() + ": " + owned.site().form().reason().sentence()));
        List<List<Marker.Field>> variants = variants(found);
        LivemarkMarker linked = LivemarkBridge.markers().get(name);
        return new Marker(
                name,
                variants.isEmpty() ? List.of() : variants.get(0),
                variants.stream().skip(1).toList(),
                found.stream().sorted(Owned.ORDER).map(Owned::view).toList(),
                state,
                String.join("; ", reasons),
                on,
                linked == null ? 0 : probes.hits(linked));
    }

    /** The fields at the sites of each number of fields, the greatest first. */
    private static List<List<Marker.Field>> variants(List<Owned> found) {
        Map<Integer, List<MarkedSite>> byNumber = new TreeMap<>(Comparator.reverseOrder());
        found.stream()
                .sorted(Owned.ORDER)
                .map(Owned::site)
                .filter(site -> site.kind() != MarkedSite.Kind.ARMED && site.isReachable())
                .forEach(site -> byNumber.computeIfAbsent(site.types().size(), number -> new ArrayList<>())
                        .add(site));
        return byNumber.values().stream().map(Listing::fields).toList();
    }

    private static List<Marker.Field> fields(List<MarkedSite> marks) {
        List<Marker.Field> fields = new ArrayList<>();
        for (int i = 0; i < marks.get(0).types().size(); i++) {
            Set<String> names = new LinkedHashSet<>();
            Set<String> types = new LinkedHashSet<>();
            for (MarkedSite site : marks) {
                names.add(site.fields().get(i));
                types.add(site.types().get(i));
            }
            fields.add(new Marker.Field(String.join("|", names), String.join("|", types)));
        }
        return fields;
    }

    private static Marker waiting(String pattern, LiveProbe probe) {
        return new Marker(pattern, List.of(), List.of(), List.of(), Marker.State.WAITING, "", List.of(probe.name()), 0);
    }

    private static Marker both(Marker first, Marker second) {
        List<String> names = new ArrayList<>(first.probes());
        names.addAll(second.probes());
        return new Marker(
                first.marker(),
                first.fields(),
                first.variants(),
                first.sites(),
                first.state(),
                first.reason(),
                names.stream().distinct().toList(),
                first.hits());
    }

    private static LoadedProbe view(LiveProbe probe, LoadedProbe.State state, List<Holder> holders) {
        return new LoadedProbe(
                probe.name(),
                probe.className(),
                probe.patterns().stream().map(MarkerPattern::text).toList(),
                state,
                probe.deliveries(),
                probe.exceptions(),
                probe.firstException(),
                probe.suppressed(),
                probe.misfits(),
                holders,
                probe.spentNanos());
    }

    private record Owned(MarkedClass owner, MarkedSite site) {

        static final Comparator<Owned> ORDER = Comparator.comparing(
                        (Owned owned) -> owned.owner().name())
                .thenComparing(owned -> owned.site().line());

        String where() {
            return owner.name() + "." + site.method() + ":" + site.line();
        }

        Marker.Site view() {
            return new Marker.Site(
                    owner.name(), site.method(), site.line(), site.form().word(), reason());
        }

        private String reason() {
            return Stream.of(site.form().reason(), owner.stillOld(site))
                    .map(Reason::sentence)
                    .filter(sentence -> !sentence.isEmpty())
                    .collect(Collectors.joining("; "));
        }
    }
}
