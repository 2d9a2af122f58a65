/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import io.livemark.probe.LiveProbe;
import java.util.function.Consumer;

/** A probe that is there, whose handler looks whether it may be called. One thread hits, another unloads. */
abstract class EndState implements Consumer<String> {

    private static final int HITS = 5;

    private final String name = Engine.newName();
    private final LiveProbe probe = Engine.load(name, this::closing);

    volatile boolean drained;
    volatile boolean closed;
    private volatile boolean inside;
    private volatile boolean enteredDrained;
    private volatile boolean enteredClosed;
    private volatile boolean closedUnderHandler;
    private volatile boolean drainedUnderHandler;

    /** The handler, told by the probe. Those of other states are passed over: they share the marker. */
    @Override
    public void accept(String told) {
        if (told.equals(name)) {
            inside = true;
            enteredDrained |= drained;
            enteredClosed |= closed;
            Thread.onSpinWait();
            enteredClosed |= closed;
            inside = false;
        }
    }

    void hit() {
        for (int i = 0; i < HITS; i++) {
            Engine.SUBJECT.accept(this);
        }
    }

    void unload() {
        if (Engine.unload(probe)) {
            drained = true;
            drainedUnderHandler = inside;
        }
    }

    private void closing() {
        closed = true;
        closedUnderHandler = inside;
    }

    String afterDrained() {
        return enteredDrained ? "entered" : drainedUnderHandler ? "inside" : "none";
    }

    String aroundClose() {
        return enteredClosed ? "entered" : closedUnderHandler ? "inside" : "none";
    }
}
