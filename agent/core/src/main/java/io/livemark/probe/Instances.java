/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.weave.Weaver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The objects of one probe. A probe that names no type of the application has one, for all sites. One that does has an object for
 * each loader of sites, of a class defined anew, since such a name may mean another class in each; loaders that mean the same by
 * all names share one.
 *
 * <p>A loader may come after the load. What serves it is made on a thread of the agent, since that runs the probe's code and the
 * application's loader, and the thread that links holds locks that nobody knows. Hits in between are not delivered. When the
 * application has let go of a loader, its object is closed and goes with it.
 *
 * <p>The monitor guards the lists; no code of the probe or of the application runs under it.
 */
final class Instances {

    private final String name;
    private final ProbeFiles files;
    private final Context context;
    private final Weaver weaver;
    private final Chains chains;
    private final Executor background;
    private final List<Home> homes = new CopyOnWriteArrayList<>();
    private volatile Consumer<Home> onMissing;
    private volatile Consumer<Throwable> faults;
    private volatile Instance shared;
    private volatile boolean closeable;
    private volatile boolean closed;

    /**
     * @param name of the probe
     * @param files its files, needed again for each loader that comes later
     * @param context what its constructors get
     * @param weaver exports packages of the application to it
     * @param chains do not deliver what constructors and close methods hit
     * @param background runs what must not run on the thread that asks; on one thread at a time, which is this probe's alone
     */
    Instances(String name, ProbeFiles files, Context context, Weaver weaver, Chains chains, Executor background) {
        this.name = name;
        this.files = files;
        this.context = context;
        this.weaver = weaver;
        this.chains = chains;
        this.background = background;
    }

    /**
     * Says who makes an object for a loader that comes later, and of whose exceptions nobody else hears. Comes before all that follows.
     *
     * @param maker calls {@link #make}; on a thread of the agent
     * @param told of what close methods throw of objects whose loaders have gone
     */
    void serve(Consumer<Home> maker, Consumer<Throwable> told) {
        onMissing = maker;
        faults = told;
    }

    String className() {
        return files.className();
    }

    List<MarkerPattern> patterns() {
        return files.patterns();
    }

    /**
     * Defines the classes for the loaders that are known; none where all are still to come.
     *
     * @param loaders of the sites that the probe asks for
     */
    List<Draft> draft(List<ClassLoader> loaders) throws Refusal {
        if (files.named().isEmpty()) {
            return List.of(new Draft(ProbeType.define(name, files, loaders, Map.of()), loaders));
        }
        List<Draft> drafts = new ArrayList<>();
        if (loaders.isEmpty()) {
            // Most likely the class that is waited for will be of this loader.
            ClassLoader system = ClassLoader.getSystemClassLoader();
            Map<String, Class<?>> names = ClassNames.resolve(files.named(), system);
            if (names.keySet().containsAll(files.needed())) {
                drafts.add(new Draft(define(system, names), List.of(system)));
            }
            return drafts;
        }
        for (ClassLoader loader : loaders) {
            Map<String, Class<?>> names = ClassNames.resolve(files.named(), loader);
            Draft same = null;
            for (Draft draft : drafts) {
                same = draft.type().names().equals(names) ? draft : same;
            }
            if (same == null) {
                drafts.add(new Draft(define(loader, names), new ArrayList<>(List.of(loader))));
            } else {
                same.homes().add(loader);
            }
        }
        return drafts;
    }

    private ProbeType define(ClassLoader loader, Map<String, Class<?>> names) throws Refusal {
        List<ClassLoader> only = loader == null ? List.of() : List.of(loader);
        ProbeType type = ProbeType.define(name, files, only, names);
        Module module = type.type().getClassLoader().getUnnamedModule();
        for (Class<?> named : names.values()) {
            weaver.export(named, module);
        }
        return type;
    }

    /** Constructs what was drafted; where one constructor throws the others are closed again. */
    void construct(List<Draft> drafts) throws Refusal {
        try {
            for (Draft draft : drafts) {
                Instance instance = new Instance(draft.type(), draft.type().construct(context, chains));
                add(instance, draft.homes());
            }
        } catch (Throwable e) {
            close(faults);
            throw e;
        }
    }

    synchronized void add(Instance instance, List<ClassLoader> loaders) {
        closeable |= instance.isCloseable();
        if (files.named().isEmpty()) {
            shared = instance;
            return;
        }
        for (ClassLoader loader : loaders) {
            Home home = new Home(loader);
            home.keep(loader, instance, new Lost());
            homes.add(home);
        }
    }

    /** What serves the sites of a loader; asks for it where there is nothing yet. On any thread, and never waits. */
    Instance at(ClassLoader loader) {
        Instance one = shared;
        if (one != null) {
            return one;
        }
        Home known = known(loader);
        return known == null ? missing(loader) : known.instance();
    }

    private Instance missing(ClassLoader loader) {
        Home wanted;
        synchronized (this) {
            Home known = known(loader);
            if (closed || known != null) {
                return known == null ? Instance.NONE : known.instance();
            }
            homes.removeIf(home -> home.isGone() && home.instance() == Instance.NONE);
            wanted = new Home(loader);
            homes.add(wanted);
        }
        background.execute(() -> onMissing.accept(wanted));
        return Instance.NONE;
    }

    private Home known(ClassLoader loader) {
        for (Home home : homes) {
            if (home.is(loader)) {
                return home;
            }
        }
        return null;
    }

    /**
     * Makes what serves a loader, or finds that another's object may.
     *
     * @return whether there is something now that was not there before
     */
    boolean make(Home home) throws Refusal {
        ClassLoader loader = home.loader();
        if (home.isGone() || closed) {
            return false;
        }
        Map<String, Class<?>> names = ClassNames.resolve(files.named(), loader);
        Instance instance = homes.stream()
                .map(Home::instance)
                .filter(other -> other != Instance.NONE && other.type().names().equals(names))
                .findFirst()
                .orElse(null);
        if (instance == null) {
            ProbeType type = define(loader, names);
            instance = new Instance(type, type.construct(context, chains));
        }
        synchronized (this) {
            if (!closed) {
                closeable |= instance.isCloseable();
                home.keep(loader, instance, new Lost());
                return true;
            }
        }
        close(instance, faults);
        return false;
    }

    /** No lambda: to link one takes the first load longer than to load a class. */
    private final class Lost implements BiConsumer<Home, Instance> {

        @Override
        public void accept(Home home, Instance instance) {
            background.execute(() -> lost(home, instance));
        }
    }

    private void lost(Home home, Instance instance) {
        boolean others;
        synchronized (this) {
            homes.remove(home);
            others = homes.stream().anyMatch(other -> other.instance() == instance);
        }
        if (!others) {
            close(instance, faults);
        }
    }

    /** Says where a handler does not fit that was to be called for a site which has linked by now. */
    List<String> misfits(String marker, List<String> types, ClassLoader home, Handler handler, Objection objection) {
        return Targets.of(List.of(new MarkerPattern(marker)), weaver.known()).misfits(types, home, handler, objection);
    }

    /** The loaders that have defined the classes of the objects; none once these are closed. */
    List<ClassLoader> loaders() {
        Instance one = shared;
        return Stream.concat(Stream.ofNullable(one), homes.stream().map(Home::instance))
                .filter(instance -> instance != Instance.NONE)
                .map(instance -> instance.type().type().getClassLoader())
                .distinct()
                .toList();
    }

    boolean isCloseable() {
        return closeable;
    }

    /** Closes all objects, each once, and lets go of them; false where a close method threw. */
    boolean close(Consumer<Throwable> told) {
        List<Instance> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            homes.stream()
                    .map(Home::instance)
                    .filter(one -> one != Instance.NONE)
                    .forEach(all::add);
            homes.forEach(Home::letGo);
            homes.clear();
            if (shared != null) {
                all.add(shared);
                shared = null;
            }
        }
        boolean fine = true;
        for (Instance instance : all) {
            fine &= close(instance, told);
        }
        return fine;
    }

    private boolean close(Instance instance, Consumer<Throwable> told) {
        return chains.quietly(() -> instance.close(told));
    }
}
