/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static io.livemark.Mark.mark;

/** A class that several loaders have, each with a type of its own. */
public final class Twin implements Runnable {

    private final Kind kind;

    /** A type that means something else in each loader. */
    public record Kind(String name, int size) {}

    /** Made by reflection. */
    public Twin(String name) {
        this.kind = new Kind(name, name.length());
    }

    @Override
    public void run() {
        mark("twin.used kind={} number={}", kind, 7);
    }
}
