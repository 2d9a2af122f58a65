/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

/** Takes what the probe in one JVM sends. Called by the thread that reads from there. */
public interface Feed {

    /**
     * Takes records.
     *
     * @param source which source of the probe they are from: a probe that names types of the application has one for each loader
     * @param records whole records; those that every command has are taken out by {@link Common}
     */
    void data(int source, Records records);

    /** Nothing more is there for the moment: what was put together is to be shown. */
    default void quiet() {}

    /** The probe is out, and all that it had to send has come. Not called where the JVM has gone, or does not answer any more. */
    default void complete() {}

    /**
     * Sites that came later call the fields of a marker by further names. Called by another thread.
     *
     * @param marker with all of its names
     * @return what this shows from now on, as the user is told; empty where it shows no names of fields
     */
    default String rename(LookMarker marker) {
        return "";
    }
}
