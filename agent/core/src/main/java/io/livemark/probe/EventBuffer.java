/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The events of one followed probe, between the threads of the application and the one that writes them to the client. Putting
 * never blocks: what does not fit is dropped and counted.
 */
public final class EventBuffer {

    /** How many events wait at most. */
    static final int CAPACITY = 8_192;

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final Sources sources = new Sources();

    /** Makes an empty one. */
    public EventBuffer() {}

    /**
     * Something a probe said.
     *
     * @param isLog whether through {@code log}; else through {@code emit}
     * @param epochMillis when
     * @param text what
     */
    public record Event(boolean isLog, long epochMillis, String text) {}

    void put(boolean isLog, String text) {
        if (size.incrementAndGet() > CAPACITY) {
            size.decrementAndGet();
            dropped.incrementAndGet();
        } else {
            events.add(new Event(isLog, System.currentTimeMillis(), text));
        }
    }

    /** {@return the oldest event; null where there is none} */
    public Event poll() {
        Event event = events.poll();
        if (event != null) {
            size.decrementAndGet();
        }
        return event;
    }

    /** {@return what the probe sends besides events} */
    public Sources sources() {
        return sources;
    }

    /** {@return how many were dropped since this was last asked} */
    public long takeDropped() {
        return dropped.getAndSet(0);
    }
}
