/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.time.Duration;

/**
 * How many classes to retransform in one batch, so that none stops the JVM for longer than a budget.
 *
 * <p>Facts, measured with {@code -Xlog:safepoint} on JDK 17 and 25, batches of 1 to 2,000 among 2,000 to 21,000 loaded classes: a
 * batch stops the JVM for 0.4 µs a loaded class, and for 0.01 to 0.05 ms a class in it. Parsing and verifying, which takes five
 * times as long, stops nobody; so the time that the call takes says little.
 */
final class Pace {

    /** How long one batch may stop the JVM. */
    static final Duration BUDGET = Duration.ofMillis(50);

    /** Smaller batches are not worth their own stop. */
    static final int LEAST = 100;

    private static final long NANOS_A_LOADED_CLASS = 400;
    private static final double NANOS_A_CLASS = 40_000;
    private static final double LEAST_NANOS_A_CLASS = 5_000;

    private final double base;
    private double each = NANOS_A_CLASS;

    /**
     * @param loaded how many classes the JVM has loaded
     */
    Pace(int loaded) {
        this.base = loaded * (double) NANOS_A_LOADED_CLASS;
    }

    /** How large the next batch may be. Where the stop is long for any batch, it is used for as much again. */
    int next() {
        double left = Math.max(BUDGET.toNanos() - base, base);
        return (int) Math.max(LEAST, left / each);
    }

    /** Learns from a batch; half of what it shows, since a busy machine lengthens some. */
    void took(int classes, Duration stop) {
        double shown = Math.max(LEAST_NANOS_A_CLASS, (stop.toNanos() - base) / classes);
        each = (each + shown) / 2;
    }
}
