/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells the state of the test, which comes with the hit, that it was called; and the one it was loaded for that it is closed. Knows
 * these as types of the JDK, since the classes of the test are not those of the application.
 */
public final class TellingProbe implements AutoCloseable {

    private final String name;

    /**
     * @param context has the name that tells its hits from those of other probes
     */
    public TellingProbe(ProbeContext context) {
        name = context.name();
    }

    @Probe("stress.hit")
    @SuppressWarnings("unchecked")
    void hit(Object state) {
        ((Consumer<String>) state).accept(name);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void close() {
        Runnable onClose = ((Map<String, Runnable>) System.getProperties().get("stress.closed")).remove(name);
        if (onClose != null) {
            onClose.run();
        }
    }
}
