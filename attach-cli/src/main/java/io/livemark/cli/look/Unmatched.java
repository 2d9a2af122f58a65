/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Begins and ends that have found no other, as the JVMs have said last. Nothing is said where no JVM has said anything. */
final class Unmatched {

    /** By the JVM and the source in it. */
    private final Map<String, Map<Integer, Counts>> all = new LinkedHashMap<>();

    /**
     * How many.
     *
     * @param begins that another of the same key followed
     * @param ends without a begin
     * @param dropped begins for which there was no room
     * @param open begins that waited for their end when the look ended
     */
    private record Counts(long begins, long ends, long dropped, long open) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(begins + other.begins, ends + other.ends, dropped + other.dropped, open + other.open);
        }
    }

    /** What a source says, in place of what it has said before; in the order of {@link io.livemark.look.Tag#UNMATCHED}. */
    void put(String jvm, int source, long begins, long ends, long dropped, long open) {
        all.computeIfAbsent(jvm, unused -> new LinkedHashMap<>()).put(source, new Counts(begins, ends, dropped, open));
    }

    /** For people: of all JVMs together, none where all is matched. */
    List<String> lines() {
        Counts sum = all.values().stream().map(Unmatched::sum).reduce(Counts.NONE, Counts::plus);
        if (sum.equals(Counts.NONE)) {
            return List.of();
        }
        return List.of("left out: " + Count.of(sum.begins, "begin") + " without an end, " + Count.of(sum.ends, "end")
                + " without a begin"
                + (sum.open > 0 ? ", " + Count.of(sum.open, "begin") + " still open at the end" : "")
                + (sum.dropped > 0 ? ", " + Count.of(sum.dropped, "begin") + " for which there was no room" : ""));
    }

    /**
     * For programs: a line for each JVM.
     *
     * @param what they show: the total, or how it goes on
     * @param isSeveral whether lines name the JVM
     */
    List<String> json(String what, boolean isSeveral) {
        List<String> lines = new ArrayList<>();
        all.forEach((jvm, sources) -> {
            Counts sum = sum(sources);
            Json json = new Json().object().name("what").value(what);
            if (isSeveral) {
                json.name("jvm").value(jvm);
            }
            json.name("unmatched")
                    .object()
                    .name("begins")
                    .value(sum.begins)
                    .name("ends")
                    .value(sum.ends);
            json.name("open").value(sum.open).name("dropped").value(sum.dropped);
            lines.add(json.end('}').end('}').toString());
        });
        return lines;
    }

    private static Counts sum(Map<Integer, Counts> sources) {
        return sources.values().stream().reduce(Counts.NONE, Counts::plus);
    }
}
