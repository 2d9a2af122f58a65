/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.lang.ref.WeakReference;
import java.util.function.BiConsumer;

/**
 * A loader with sites of a probe, and the object that serves them. Neither is kept alive from here: the loader keeps the object,
 * whose class is linked to classes of the loader, so that both go when the application lets go of the loader.
 */
final class Home {

    private final WeakReference<ClassLoader> loader;
    private volatile WeakReference<Tie> tie;

    /** Takes the loader that is to be asked for now; the bootstrap loader is null. */
    Home(ClassLoader loader) {
        this.loader = loader == null ? null : new WeakReference<>(loader);
    }

    boolean is(ClassLoader other) {
        return loader == null ? other == null : other != null && loader.refersTo(other);
    }

    boolean isGone() {
        return loader != null && loader.refersTo(null);
    }

    /** Null for the bootstrap loader, and where it is gone. */
    ClassLoader loader() {
        return loader == null ? null : loader.get();
    }

    /** What serves its sites; {@link Instance#NONE} where there is nothing yet, or any more. */
    Instance instance() {
        WeakReference<Tie> tied = tie;
        Tie held = tied == null ? null : tied.get();
        Instance instance = held == null ? null : held.instance;
        return instance == null ? Instance.NONE : instance;
    }

    /**
     * Has the loader keep an object.
     *
     * @param owner the loader
     * @param onLost is told when the loader is gone and the object alone is left; on the JVM's thread of finalizers
     */
    void keep(ClassLoader owner, Instance instance, BiConsumer<Home, Instance> onLost) {
        Tie made = new Tie(this, instance, onLost);
        tie = new WeakReference<>(made);
        LivemarkHomes.keep(owner, made);
    }

    /** Has the loader keep the object no longer. */
    void letGo() {
        WeakReference<Tie> tied = tie;
        Tie held = tied == null ? null : tied.get();
        if (held != null) {
            held.instance = null;
            LivemarkHomes.letGo(loader(), held);
        }
    }

    /**
     * What the loader keeps. A finalizer, since the object is still to be closed when nothing leads to it any more: a cleaner
     * would have to keep it, and with it the loader. Where a JVM runs without finalizers the object is not closed.
     */
    private static final class Tie {

        private final Home home;
        private final BiConsumer<Home, Instance> onLost;
        private volatile Instance instance;

        Tie(Home home, Instance instance, BiConsumer<Home, Instance> onLost) {
            this.home = home;
            this.instance = instance;
            this.onLost = onLost;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            Instance left = instance;
            if (left != null) {
                onLost.accept(home, left);
            }
        }
    }
}
