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

/** What {@code jfr print} says of a file: our events, each as its lines without time and thread. */
record Printed(Child jfr, List<List<String>> events) {

    static Printed of(Path file) {
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
