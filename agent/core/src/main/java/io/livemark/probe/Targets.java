/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.MarkedClass;
import io.livemark.weave.MarkedSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The known sites that a probe asks for. Keeps their loaders alive. */
final class Targets {

    private final List<MarkerPattern> patterns;
    private final List<Target> targets = new ArrayList<>();
    private final List<ClassLoader> homes = new ArrayList<>();

    private record Target(MarkedClass owner, ClassLoader home, MarkedSite site) {

        /** Whether every handler that fits one of them fits the other. */
        boolean isLike(Target other) {
            return home == other.home
                    && site.kind() == other.site.kind()
                    && site.isFoundByHit() == other.site.isFoundByHit()
                    && site.marker().equals(other.site.marker())
                    && site.types().equals(other.site.types());
        }

        String where() {
            return site.signature() + " at " + owner.name() + "." + site.method() + ":" + site.line();
        }
    }

    /** No lambda: what the JVM makes of one costs the first load more than all the comparisons. */
    private static final class ByName implements Comparator<Target> {

        @Override
        public int compare(Target one, Target other) {
            return one.owner().name().compareTo(other.owner().name());
        }
    }

    private Targets(List<MarkerPattern> patterns) {
        this.patterns = patterns;
    }

    static Targets of(List<MarkerPattern> patterns, List<MarkedClass> classes) {
        Targets found = new Targets(patterns);
        for (MarkedClass owner : classes) {
            ClassLoader home = owner.loader();
            for (MarkedSite site : owner.isGone() ? List.<MarkedSite>of() : owner.sites()) {
                if (site.isReachable() && MarkerPattern.anyMatches(patterns, site.marker())) {
                    found.targets.add(new Target(owner, home, site));
                }
            }
        }
        found.findHomes();
        if (found.homes.size() > 1) {
            // Where there is one, as nearly always, nobody sees the order; and the application waits.
            found.targets.sort(new ByName());
            found.findHomes();
        }
        return found;
    }

    private void findHomes() {
        homes.clear();
        for (Target target : targets) {
            if (!Draft.has(homes, target.home())) {
                homes.add(target.home());
            }
        }
    }

    Set<MarkedClass> classes() {
        Set<MarkedClass> classes = new LinkedHashSet<>();
        for (Target target : targets) {
            classes.add(target.owner());
        }
        return classes;
    }

    /** The loaders of the sites, each once, in an order that can be repeated; the bootstrap loader is null. */
    List<ClassLoader> homes() {
        return homes;
    }

    int markers() {
        return names().size();
    }

    int sites() {
        return targets.size();
    }

    List<String> waiting() {
        Set<String> names = names();
        List<String> waiting = new ArrayList<>();
        for (MarkerPattern pattern : patterns) {
            if (!pattern.matchesAny(names)) {
                waiting.add(pattern.text());
            }
        }
        return List.copyOf(waiting);
    }

    /** Checks every handler against every site that it would be called for. */
    void check(List<Draft> drafts) throws Refusal {
        List<Target> misfits = new ArrayList<>();
        Target fitting = null;
        for (Target target : targets) {
            // A marker has many sites, and most of them are alike.
            if (fitting != null && target.isLike(fitting)) {
                continue;
            }
            if (objections(drafts, target).isEmpty()) {
                fitting = target;
            } else {
                misfits.add(target);
            }
        }
        if (!misfits.isEmpty()) {
            misfits.sort(new ByName());
            Set<String> objections = new LinkedHashSet<>();
            misfits.forEach(misfit -> objections.addAll(objections(drafts, misfit)));
            throw new Refusal(
                    drafts.get(0).type().type().getName() + " was not loaded: " + String.join("\n  ", objections),
                    "livemark list " + ProcessHandle.current().pid() + " "
                            + misfits.get(0).site().marker()
                            + " --sites   shows the fields and types");
        }
    }

    private static List<String> objections(List<Draft> drafts, Target target) {
        List<String> objections = List.of();
        for (Handler handler : handlers(drafts, target)) {
            Objection objection = handler.objection(target.site().types(), target.home());
            if (objection != null) {
                objections = objections.isEmpty() ? new ArrayList<>() : objections;
                objections.add(sentence(handler, objection, target));
            }
        }
        return objections;
    }

    /**
     * Leaves out the sites for which there are handlers, none of which fits.
     *
     * @return a sentence for each of them, those apart that pass another number of fields than any handler takes
     */
    List<String> keepFitting(List<Draft> drafts) {
        Set<String> objections = new TreeSet<>();
        targets.removeIf(target -> {
            List<Handler> handlers = handlers(drafts, target);
            boolean fits = handlers.isEmpty();
            for (Handler handler : handlers) {
                Objection objection = handler.objection(target.site().types(), target.home());
                fits |= objection == null;
                if (objection != null && !objection.isOfNumber()) {
                    objections.add(sentence(handler, objection, target));
                }
            }
            return !fits;
        });
        return List.copyOf(objections);
    }

    /** Those that would be called for a site, as far as its types are known before it is hit. */
    private static List<Handler> handlers(List<Draft> drafts, Target target) {
        MarkedSite site = target.site();
        if (site.kind() == MarkedSite.Kind.ARMED || site.isFoundByHit()) {
            return List.of();
        }
        List<Handler> handlers = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.isFor(target.home())) {
                draft.type().addHandlersFor(site.marker(), handlers);
            }
        }
        return handlers;
    }

    private static String sentence(Handler handler, Objection objection, Target target) {
        return "its method " + handler.method().getName() + " "
                + objection.sentence(target.site().fields()) + ": " + target.where();
    }

    /**
     * Says where a handler does not fit that was to be called for a site which has linked by now.
     *
     * @param types the types of its fields
     * @param home the loader of the site
     * @return a sentence for each such site that is known; of the types alone where none is
     */
    List<String> misfits(List<String> types, ClassLoader home, Handler handler, Objection objection) {
        List<String> sentences = targets.stream()
                .filter(target -> target.home() == home && target.site().types().equals(types))
                .map(target -> sentence(handler, objection, target))
                .sorted()
                .toList();
        return !sentences.isEmpty()
                ? sentences
                : List.of("its method " + handler.method().getName() + " " + objection.sentence(List.of()) + ": "
                        + patterns.get(0).text() + "(" + String.join(", ", types) + ")");
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Target target : targets) {
            names.add(target.site().marker());
        }
        return names;
    }
}
