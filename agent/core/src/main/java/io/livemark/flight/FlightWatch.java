/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees when the JVM first needs its flight recorder. To be registered with the recorder would be the ordinary way, but loads it: in each
 * program that has the agent, for the few that record.
 */
final class FlightWatch implements ClassFileTransformer {

    private static final String RECORDER = "jdk/jfr/FlightRecorder";

    private final Instrumentation instrumentation;
    private final Runnable onSeen;
    private final AtomicBoolean seen = new AtomicBoolean();

    /**
     * @param onSeen is called once, on the thread that loads the recorder while it does; must not wait
     */
    FlightWatch(Instrumentation instrumentation, Runnable onSeen) {
        this.instrumentation = instrumentation;
        this.onSeen = onSeen;
    }

    /** Begins to look; the recorder may be there already. */
    void begin() {
        instrumentation.addTransformer(this, true);
        // After that, so that it cannot be missed between the two.
        for (Class<?> loaded : instrumentation.getInitiatedClasses(null)) {
            if (loaded.getName().length() == RECORDER.length()
                    && loaded.getName().replace('.', '/').equals(RECORDER)) {
                see();
            }
        }
    }

    void end() {
        instrumentation.removeTransformer(this);
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (loader == null && RECORDER.equals(name)) {
            see();
        }
        return null;
    }

    private void see() {
        if (seen.compareAndSet(false, true)) {
            end();
            onSeen.run();
        }
    }
}
