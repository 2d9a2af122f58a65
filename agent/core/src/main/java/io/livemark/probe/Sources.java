/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Source;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * What a followed probe has to send besides events. Held weakly while the probe is there: one of its objects may belong to a
 * loader that the application lets go of. Held for good once the probe is being closed, by whoever serves the client alone.
 */
public final class Sources {

    private final List<WeakReference<Source>> named = new ArrayList<>();
    private final List<Source> kept = new ArrayList<>();

    Sources() {}

    synchronized void add(Source source) {
        named.add(new WeakReference<>(source));
    }

    synchronized void keep() {
        named.forEach(source -> kept.add(source.get()));
    }

    /** {@return how many there have been; the number of each is its place} */
    public synchronized int count() {
        return named.size();
    }

    /**
     * Gives a source.
     *
     * @param number its place
     * @return the source; null where it has gone, or has failed
     */
    public synchronized Source get(int number) {
        return named.get(number).get();
    }

    /**
     * Lets go of a source.
     *
     * @param number the place of one that is not to be asked any more
     */
    public synchronized void drop(int number) {
        named.set(number, new WeakReference<>(null));
    }
}
