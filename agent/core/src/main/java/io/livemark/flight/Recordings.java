/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import java.util.List;
import java.util.Map;

/** The recordings of this JVM. */
interface Recordings {

    /** One that is running. */
    interface Running {

        /** {@return its number, which no other gets} */
        long id();

        /** {@return a copy of its settings, by {@code event#setting}} */
        Map<String, String> settings();

        /**
         * Has it record an event.
         *
         * @param event the name of the event
         * @param settings of this event, by their names
         */
        void enable(String event, Map<String, String> settings);
    }

    /** {@return those that are running just now} */
    List<Running> running();

    /** Is not told of changes any more. */
    void close();
}
