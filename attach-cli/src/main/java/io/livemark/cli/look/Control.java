/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

/** What a {@link Feed} may ask of the command. */
public interface Control {

    /** The limit is reached: takes the probes out of all JVMs. What is on its way still comes. Returns at once. */
    void stop();

    /**
     * Hits were taken that count against the limit. Stops where it is reached by all probes of all JVMs together.
     *
     * @param more how many since the last time
     */
    void taken(long more);

    /**
     * Something went wrong that the user is to know once the command is over; it then ends with exit code 1.
     *
     * @param kind what is said once; the last one counts
     * @param what one sentence
     * @param hint the remedy
     */
    void failed(String kind, String what, String hint);

    /** There is something new to show. */
    void changed();
}
