/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import java.util.Random;

/** Stops the whole JVM for a while, with whatever it does, and lets it go on. */
final class Suspender implements Storm.Actor {

    private static final int CALM_MILLIS = 4_000;
    private static final int STOP_MILLIS = 3_000;

    private final Storm storm;
    private final Random dice;

    Suspender(Storm storm, long seed) {
        this.storm = storm;
        this.dice = new Random(seed);
    }

    @Override
    public void act() throws Exception {
        storm.pass(dice.nextInt(CALM_MILLIS));
        storm.target.signal("STOP");
        try {
            storm.pass(dice.nextInt(STOP_MILLIS));
        } finally {
            storm.target.signal("CONT");
        }
    }

    @Override
    public String toString() {
        return "suspender";
    }
}
