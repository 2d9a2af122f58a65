/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Knows the marked classes of the JVM, and makes their sites reachable.
 *
 * <p>Classes are woven as they are defined. One that was loaded before is retransformed when a probe first needs it; or left
 * alone, where that would harm it, and reached by the shim. Apart from class definition everything here is called by one thread
 * at a time.
 */
public final class Weaver {

    private final Instrumentation instrumentation;
    private final Logger log;
    private final Catalog catalog = new Catalog();
    private final MarkTransformer transformer;
    private final Retransformer retransformer;
    private boolean swept;

    /** Those {@code Mark} classes that were loaded before the agent, until they are retransformed; weakly, each has a loader. */
    private final List<WeakReference<Class<?>>> plainMarks = new ArrayList<>();

    private final List<WeakReference<Class<?>>> shimmedMarks = new ArrayList<>();

    /**
     * Installs nothing yet.
     *
     * @param instrumentation of the JVM
     * @param log for what goes wrong
     */
    public Weaver(Instrumentation instrumentation, Logger log) {
        this.instrumentation = instrumentation;
        this.log = log;
        this.transformer = new MarkTransformer(catalog, log);
        this.retransformer = new Retransformer(instrumentation);
    }

    /**
     * Weaves every class that is defined from now on.
     *
     * @param fromTheStart whether no class of the application is loaded yet, so that none has to be looked for
     * @param onDefined is told of each marked class that is being defined, on the thread that defines it
     */
    public void install(boolean fromTheStart, Consumer<MarkedClass> onDefined) {
        catalog.onDefined(onDefined);
        // Initialised now: the transformer would meet them half initialised, for classes that their initialisers load.
        ConstantPool.namesMark(new byte[0]);
        LoadedClasses.isLivemarks(null);
        instrumentation.addTransformer(transformer, true);
        swept = fromTheStart;
    }

    /**
     * Weaves a class that is thrown away: shows that the weaver works in this JVM, and loads what it needs, so that no class of
     * the application has to wait for that.
     *
     * @param sample the file of a marked class
     * @throws IllegalStateException where the weaver does not find the mark
     */
    public static void tryOut(byte[] sample) {
        if (ClassWeaver.weave(sample, null).file() == null) {
            throw new IllegalStateException("the weaver does not find the mark in its own sample");
        }
    }

    /**
     * All loaded classes that hold marks. The first call after a late attach reads the class files of all loaded classes: a
     * second or so for twenty thousand.
     *
     * @return a copy
     */
    public List<MarkedClass> marked() {
        if (!swept) {
            sweep();
            swept = true;
        }
        return known();
    }

    /** {@return the marked classes that are known by now; unlike {@link #marked}, on any thread} */
    public List<MarkedClass> known() {
        return catalog.all();
    }

    /** {@return what the reader of a list should know: classes that could not be read or woven} */
    public List<String> notes() {
        return catalog.notes();
    }

    /**
     * Makes the sites of some classes reachable, by weaving or by the shim.
     *
     * @param needed classes from {@link #marked}
     * @return how many were retransformed
     */
    public int reach(Collection<MarkedClass> needed) {
        List<MarkedClass> unwoven = needed.stream()
                .filter(marked -> marked.state() instanceof MarkedClass.Unwoven)
                .toList();
        int done = 0;
        if (!unwoven.isEmpty()) {
            Preflight preflight = Preflight.now();
            Map<Class<?>, MarkedClass> batch = new IdentityHashMap<>();
            for (MarkedClass marked : unwoven) {
                Class<?> type = marked.type();
                Reason objection = type == null || !instrumentation.isModifiableClass(type)
                        ? Reason.Cause.NOT_MODIFIABLE.alone()
                        : preflight.objection(marked);
                if (objection == null) {
                    marked.state(new MarkedClass.Woven(true));
                    batch.put(type, marked);
                } else {
                    marked.state(new MarkedClass.LeftAlone(objection));
                }
            }
            done += retransformer.run(List.copyOf(batch.keySet()), (type, e) -> {
                log.warn("{} could not be retransformed", type.getName(), e);
                batch.get(type).state(new MarkedClass.LeftAlone(Reason.Cause.NOT_RETRANSFORMED.because(e)));
            });
        }
        boolean shim = needed.stream()
                .flatMap(marked -> marked.sites().stream())
                .anyMatch(site -> site.form() instanceof SiteForm.Shim);
        return shim ? done + shimMarks() : done;
    }

    /**
     * Stops weaving, and gives retransformed classes their original bytes back; all but those in which a loop is running, since
     * that would never be compiled again. What stays woven is idle.
     *
     * @param left is told what stays, and why
     * @return how many classes were given back
     */
    public int uninstall(Collection<String> left) {
        instrumentation.removeTransformer(transformer);
        List<Class<?>> classes = new ArrayList<>(live(shimmedMarks));
        Preflight preflight = null;
        for (MarkedClass marked : catalog.all()) {
            Class<?> type = marked.type();
            if (type == null || !(marked.state() instanceof MarkedClass.Woven woven) || !woven.retransformed()) {
                continue;
            }
            preflight = preflight == null ? Preflight.now() : preflight;
            String loop = preflight.runningLoop(marked);
            if (loop == null) {
                classes.add(type);
            } else {
                left.add(marked.name() + " stays woven, idle: a loop in " + loop + " is running");
            }
        }
        return retransformer.run(classes, (type, e) -> left.add(type.getName() + " stays woven, idle: " + e));
    }

    private int shimMarks() {
        List<Class<?>> marks = live(plainMarks);
        shimmedMarks.addAll(plainMarks);
        plainMarks.clear();
        return retransformer.run(marks, (type, e) -> {
            log.warn("{} could not be retransformed: sites that need the shim are out of reach", type.getName(), e);
            catalog.note("sites that need the shim are out of reach: Mark could not be retransformed: " + e);
        });
    }

    private static List<Class<?>> live(List<WeakReference<Class<?>>> references) {
        List<Class<?>> live = new ArrayList<>();
        for (WeakReference<Class<?>> reference : references) {
            Class<?> type = reference.get();
            if (type != null) {
                live.add(type);
            }
        }
        return live;
    }

    private void sweep() {
        try (LoadedClasses files = new LoadedClasses()) {
            for (Class<?> type : instrumentation.getAllLoadedClasses()) {
                if (LoadedClasses.mayHoldMarks(type)) {
                    look(type, files);
                }
            }
        } catch (IOException e) {
            log.warn("a jar could not be closed", e);
        }
    }

    private void look(Class<?> type, LoadedClasses files) {
        if (type.getName().equals("io.livemark.Mark")) {
            plainMarks.add(new WeakReference<>(type));
            return;
        }
        try {
            byte[] file = files.read(type);
            List<MarkedSite> sites = file == null ? List.of() : ClassWeaver.sites(file);
            if (!sites.isEmpty()) {
                ClassLoader loader = type.getClassLoader();
                MarkedClass found =
                        new MarkedClass(type.getName(), loader, sites, ClassFacts.of(file), new MarkedClass.Unwoven());
                catalog.putIfAbsent(loader, found).type(type);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // Not every class has a file that can be read; one without marks is no loss, one with marks is to be seen.
            catalog.note("the class file of " + type.getName() + " could not be read: " + e);
        }
    }
}
