/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

/** A class with marks of its own; the test writes its source. */
public interface Group {

    /** How many groups there are. */
    int GROUPS = 100;

    /** How many markers each has. */
    int SIZE = 10;

    /** How many markers there are. */
    int MARKERS = GROUPS * SIZE;

    /**
     * Hits a marker once.
     *
     * @param marker its place in the group
     * @param thread the place of the calling thread
     * @param n how often this thread has hit this marker, this time included
     * @return {@link #result}
     */
    long hit(int marker, int thread, long n);

    /** {@return the name of the class of a group} */
    static String className(int group) {
        return "storm.G%02d".formatted(group);
    }

    /** {@return the name of a marker, counted through all groups} */
    static String marker(int marker) {
        return "storm.g%02d.m%d".formatted(marker / SIZE, marker % SIZE);
    }

    /** {@return what {@link #hit} must give} */
    static long result(int marker, long n) {
        return 31 * n + marker;
    }
}
