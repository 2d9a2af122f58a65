/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The loaded classes that hold marks, as far as they are known. Written by every thread that defines a class, so it never
 * blocks one.
 */
final class Catalog {

    private static final int MOST_NOTES = 100;
    static final String MARK = Names.MARK.replace('/', '.');

    private final Map<Key, MarkedClass> classes = new ConcurrentHashMap<>();
    private final Set<Key> marks = ConcurrentHashMap.newKeySet();
    private final Collection<String> notes = new ConcurrentLinkedQueue<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile Consumer<MarkedClass> onDefined;

    /** Sets who is told of each marked class that is being defined or replaced, on the thread that does. */
    void onDefined(Consumer<MarkedClass> told) {
        onDefined = told;
    }

    void put(ClassLoader loader, MarkedClass marked) {
        classes.put(new Key(loader, marked.name()), marked);
        tell(marked);
    }

    /** Tells of a class that is being defined, or is known already and being replaced. */
    void tell(MarkedClass marked) {
        changed();
        Consumer<MarkedClass> told = onDefined;
        if (told != null) {
            told.accept(marked);
        }
    }

    /** Notes that the {@code Mark} of a loader is woven; the bootstrap loader is null. */
    void markWoven(ClassLoader loader) {
        marks.add(new Key(loader, MARK));
    }

    /** Those {@code Mark} classes that are woven. */
    List<Class<?>> wovenMarks() {
        List<Class<?>> found = new ArrayList<>();
        for (Key key : marks) {
            Class<?> mark = LivemarkClasses.defined(key.loader(), MARK);
            if (mark != null) {
                found.add(mark);
            }
        }
        return found;
    }

    /** Adds what was found in a loaded class, unless the class is known already. */
    MarkedClass putIfAbsent(ClassLoader loader, MarkedClass marked) {
        MarkedClass known = classes.putIfAbsent(new Key(loader, marked.name()), marked);
        if (known == null) {
            changed();
        }
        return known == null ? marked : known;
    }

    MarkedClass get(ClassLoader loader, String name) {
        return classes.get(new Key(loader, name));
    }

    /** All of them; those that are gone with their loader are forgotten. */
    List<MarkedClass> all() {
        List<MarkedClass> all = new ArrayList<>();
        for (Map.Entry<Key, MarkedClass> entry : classes.entrySet()) {
            if (entry.getValue().isGone()) {
                // Not another that a thread may just have put there.
                classes.remove(entry.getKey(), entry.getValue());
            } else {
                all.add(entry.getValue());
            }
        }
        return all;
    }

    /** Counts a change: there may be sites that were not there before. */
    void changed() {
        changes.incrementAndGet();
    }

    /** How often what is known has changed; whoever asks before he looks misses nothing. */
    long changes() {
        return changes.get();
    }

    void note(String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(note);
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** A class by the identity of its loader: equals and hashCode of a loader are the application's code. */
    private static final class Key {

        private final WeakReference<ClassLoader> loader;
        private final String name;
        private final int hash;

        Key(ClassLoader loader, String name) {
            this.loader = new WeakReference<>(loader);
            this.name = name;
            this.hash = 31 * System.identityHashCode(loader) + name.hashCode();
        }

        ClassLoader loader() {
            return loader.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other == this
                    || other instanceof Key key
                            && key.name.equals(name)
                            && key.hash == hash
                            && key.loader.get() == loader.get();
        }
    }
}
