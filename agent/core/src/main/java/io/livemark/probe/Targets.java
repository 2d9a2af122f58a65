/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The known sites that a probe asks for. */
final class Targets {

    private final List<MarkerPattern> patterns;
    private final Map<MarkedClass, List<MarkedSite>> sites = new LinkedHashMap<>();

    private Targets(List<MarkerPattern> patterns) {
        this.patterns = patterns;
    }

    static Targets of(List<MarkerPattern> patterns, List<MarkedClass> classes) {
        Targets targets = new Targets(patterns);
        // In an order that can be repeated, for the messages.
        List<MarkedClass> sorted = new ArrayList<>(classes);
        sorted.sort(Comparator.comparing(MarkedClass::name));
        for (MarkedClass owner : sorted) {
            for (MarkedSite site : owner.sites()) {
                if (site.isReachable() && patterns.stream().anyMatch(pattern -> pattern.matches(site.marker()))) {
                    targets.sites
                            .computeIfAbsent(owner, key -> new ArrayList<>())
                            .add(site);
                }
            }
        }
        return targets;
    }

    Set<MarkedClass> classes() {
        return sites.keySet();
    }

    Set<ClassLoader> loaders() {
        Set<ClassLoader> loaders = Collections.newSetFromMap(new IdentityHashMap<>());
        sites.keySet().stream()
                .map(MarkedClass::loader)
                .filter(Objects::nonNull)
                .forEach(loaders::add);
        return loaders;
    }

    int markers() {
        return names().size();
    }

    int sites() {
        return sites.values().stream().mapToInt(List::size).sum();
    }

    List<String> waiting() {
        return patterns.stream()
                .filter(pattern -> names().stream().noneMatch(pattern::matches))
                .map(MarkerPattern::text)
                .toList();
    }

    /** Checks every handler against every site that it would be called for. */
    void check(List<Handler> handlers) throws Refusal {
        Set<String> objections = new LinkedHashSet<>();
        String first = null;
        for (Map.Entry<MarkedClass, List<MarkedSite>> entry : sites.entrySet()) {
            for (MarkedSite site : entry.getValue()) {
                for (Handler handler : handlers) {
                    String objection = site.kind() == MarkedSite.Kind.ARMED
                                    || site.isFoundByHit()
                                    || !handler.pattern().matches(site.marker())
                            ? null
                            : handler.objection(
                                    site.fields(), site.types(), entry.getKey().loader());
                    if (objection != null) {
                        first = first == null ? site.marker() : first;
                        objections.add("its method " + handler.method().getName() + " " + objection + ": "
                                + site.signature() + " at " + entry.getKey().name() + "." + site.method() + ":"
                                + site.line());
                    }
                }
            }
        }
        if (!objections.isEmpty()) {
            String owner = handlers.get(0).method().getDeclaringClass().getName();
            throw new Refusal(
                    owner + " was not loaded: " + String.join("\n  ", objections),
                    "livemark list " + ProcessHandle.current().pid() + " " + first
                            + " --sites   shows the fields and types");
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        sites.values().forEach(found -> found.forEach(site -> names.add(site.marker())));
        return names;
    }
}
