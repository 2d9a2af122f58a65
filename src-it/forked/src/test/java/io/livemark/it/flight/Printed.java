/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code jfr print} says of a file: our events, each as its lines without time and thread. */
public record Printed(Child jfr, List<List<String>> events) {

    public static Printed of(Path file) {
        Child jfr = Child.start(List.of(Jdk.tool("jfr"), "print", "--events", "livemark.*", file.toString()));
        jfr.exits(0);
        List<List<String>> events = new ArrayList<>();
        for (String line : jfr.out()) {
            if (line.startsWith("livemark.")) {
                events.add(new ArrayList<>(List.of(line.replace(" {", ""))));
            } else if (!line.isBlank() && !line.equals("}")) {
                events.get(events.size() - 1).add(line.strip());
            }
        }
        return new Printed(jfr, events);
    }

    /** How many events of each name are in a file, those of which there are none left out. */
    public static Map<String, Integer> counts(Path file) {
        Child jfr = Child.start(List.of(Jdk.tool("jfr"), "summary", file.toString()));
        jfr.exits(0);
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : jfr.out()) {
            String[] words = line.strip().split(" +");
            boolean isEvent = words.length == 3 && words[0].contains(".") && words[1].matches("[1-9]\\d*");
            // What a chunk is made of.
            if (isEvent && !words[0].equalsIgnoreCase("jdk.CheckPoint") && !words[0].equals("jdk.Metadata")) {
                counts.merge(words[0], Integer.valueOf(words[1]), Integer::sum);
            }
        }
        return counts;
    }

    /** The events of a name, each as its fields: {@code id = "o1"}. */
    List<List<String>> fields(String name) {
        return events.stream()
                .filter(event -> event.get(0).equals(name))
                .map(event -> event.subList(1, event.size()).stream()
                        .takeWhile(line -> !line.startsWith("stackTrace"))
                        .filter(line -> !line.startsWith("startTime") && !line.startsWith("eventThread"))
                        .toList())
                .toList();
    }

    /** Whether the stack of the first event has a frame. */
    boolean hasFrame(String text) {
        return !events.isEmpty() && events.get(0).stream().anyMatch(line -> line.contains(text));
    }
}
