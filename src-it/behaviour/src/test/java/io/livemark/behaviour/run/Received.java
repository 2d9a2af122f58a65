/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

import java.util.function.BiConsumer;

/**
 * What arrived of the marks: at the probe, or at the {@code Mark} that records. Both find it among the system properties,
 * since neither can name a class of the program.
 */
final class Received implements BiConsumer<String, Object[]> {

    static final String PROPERTY = "livemark.behaviour.received";

    private static final int LINES = 3_000;

    private final StringBuilder text = new StringBuilder();
    private long hash;
    private int hits;

    static Received install() {
        Received received = new Received();
        System.getProperties().put(PROPERTY, received);
        return received;
    }

    @Override
    public void accept(String marker, Object[] fields) {
        hash = 31 * hash + marker.hashCode();
        for (Object field : fields) {
            hash = 31 * hash + Values.hash(field);
        }
        if (hits++ < LINES) {
            text.append(marker);
            for (Object field : fields) {
                text.append(" | ").append(Values.text(field));
            }
            text.append('\n');
        }
    }

    void begin() {
        text.setLength(0);
        hash = 0;
        hits = 0;
    }

    String end() {
        return text + "hits " + hits + "\nhash " + hash + "\n";
    }
}
