/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the last looks have told, marker by marker. Confined to one thread. */
final class Board {

    /** As many as the widest screen has columns for. */
    private static final int LOOKS = 120;

    private static final double NANOS = 1e9;

    private final Map<String, Past> pasts = new HashMap<>();
    private Map<String, Long> spentBefore = Map.of();
    private List<Row> rows = List.of();
    private long nanosBefore;

    /** What was seen of a marker. */
    private static final class Past {
        private final Deque<Double> rates = new ArrayDeque<>();
        private long hits;
        private boolean wasArmed;
    }

    /**
     * Takes in a look.
     *
     * @param seen what the agent says
     * @param counted the markers that have a counter of ours
     * @param nanos when it was asked, on the clock of {@link System#nanoTime}
     */
    void look(Reply.Markers seen, Set<String> counted, long nanos) {
        double seconds = nanosBefore == 0 ? 0 : (nanos - nanosBefore) / NANOS;
        nanosBefore = nanos;
        Map<String, Long> spent = new HashMap<>();
        seen.probes().forEach(probe -> spent.merge(probe.name(), probe.spentNanos(), Long::sum));
        List<Row> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Marker marker : seen.markers()) {
            names.add(marker.marker());
            Past past = pasts.computeIfAbsent(marker.marker(), name -> new Past());
            boolean isArmed = marker.state() == Marker.State.ARMED;
            boolean isKnown = isArmed && past.wasArmed && seconds > 0;
            double rate = isKnown ? Math.max(0, marker.hits() - past.hits) / seconds : Double.NaN;
            past.rates.addLast(rate);
            if (past.rates.size() > LOOKS) {
                past.rates.removeFirst();
            }
            past.hits = marker.hits();
            past.wasArmed = isArmed;
            double share = isKnown ? share(marker.probes(), spent, seconds) : Double.NaN;
            boolean isCounted = counted.contains(marker.marker());
            found.add(new Row(printable(marker.marker()), marker, isCounted, rate, share, List.copyOf(past.rates)));
        }
        pasts.keySet().retainAll(names);
        spentBefore = spent;
        rows = found;
    }

    /** {@return what to show, in the order of the agent: by name} */
    List<Row> rows() {
        return rows;
    }

    private double share(List<String> probes, Map<String, Long> spent, double seconds) {
        double nanos = 0;
        for (String probe : probes) {
            Long before = spentBefore.get(probe);
            Long now = spent.get(probe);
            if (before != null && now != null) {
                nanos += Math.max(0, now - before);
            }
        }
        return nanos / NANOS / seconds;
    }

    /** Names are the application's: none may move the cursor. */
    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> text.appendCodePoint(Character.isISOControl(point) ? '?' : point));
        return text.toString();
    }
}
