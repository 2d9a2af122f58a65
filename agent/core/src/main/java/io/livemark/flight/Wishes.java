/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import io.livemark.probe.MarkerPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one recording asks for, out of its settings: {@code livemark.order.placed#enabled=true}, where the name may be that of an event, of
 * a marker behind {@code livemark.}, or a pattern with {@code *}. The recorder itself knows whole names of events only; what a
 * pattern says is passed on to it.
 *
 * <p>Of several settings that are about one event, that of its own name counts, else that of its marker's name, else that of the
 * longest pattern.
 *
 * @param settings those that are about markers, by {@code name#setting}
 */
record Wishes(Map<String, String> settings) {

    private static final String ENABLED = "enabled";

    private record Setting(String pattern, String name, String value) {}

    /**
     * Takes what concerns markers.
     *
     * @param settings of a recording
     */
    static Wishes of(Map<String, String> settings) {
        Map<String, String> own = new TreeMap<>(settings);
        own.keySet().removeIf(key -> !key.startsWith(EventNames.PREFIX) || key.indexOf('#') < 0);
        return new Wishes(Map.copyOf(own));
    }

    /** {@return whether it asks for anything at all} */
    boolean any() {
        return settings.entrySet().stream()
                .anyMatch(entry -> entry.getKey().endsWith("#" + ENABLED) && isTrue(entry.getValue()));
    }

    /** {@return whether it asks for a marker} */
    boolean wants(String marker) {
        Setting enabled = best(marker).get(ENABLED);
        return enabled != null && isTrue(enabled.value);
    }

    /**
     * What the recorder has to be told about the event of a marker, since it does not understand patterns.
     *
     * @return settings by their name; empty where it knows all
     */
    Map<String, String> untold(String marker) {
        Map<String, String> untold = new TreeMap<>();
        String event = EventNames.ofMarker(marker);
        best(marker).forEach((name, setting) -> {
            if (!setting.pattern.equals(event)) {
                untold.put(name, setting.value);
            }
        });
        return untold;
    }

    /** The setting that counts for a marker, by its name. */
    private Map<String, Setting> best(String marker) {
        String event = EventNames.ofMarker(marker);
        Map<String, Setting> best = new HashMap<>();
        for (Setting setting : split()) {
            int weight = weight(setting.pattern, marker, event);
            Setting other = best.get(setting.name);
            if (weight >= 0 && (other == null || weight > weight(other.pattern, marker, event))) {
                best.put(setting.name, setting);
            }
        }
        return best;
    }

    private List<Setting> split() {
        List<Setting> split = new ArrayList<>();
        settings.forEach((key, value) -> {
            int hash = key.indexOf('#');
            split.add(
                    new Setting(key.substring(0, hash), key.substring(hash + 1).strip(), value));
        });
        return split;
    }

    /** How much a pattern counts for a marker; negative where it is not about it. */
    private static int weight(String pattern, String marker, String event) {
        if (pattern.equals(event)) {
            return Integer.MAX_VALUE;
        } else if (pattern.equals(EventNames.PREFIX + marker)) {
            return Integer.MAX_VALUE - 1;
        }
        MarkerPattern asked = new MarkerPattern(pattern);
        return asked.matches(EventNames.PREFIX + marker) || asked.matches(event) ? pattern.length() : -1;
    }

    private static boolean isTrue(String value) {
        return value.strip().equalsIgnoreCase("true");
    }
}
