/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;

/** The look for marks in classes that were loaded before the agent came, or were not let into the weaver. */
final class Sweep {

    private final Instrumentation instrumentation;
    private final Catalog catalog;
    private final Strangers strangers;
    private final Logger log;

    /** Those {@code Mark} classes that nobody has woven yet; weakly, each has a loader. Some may be there twice. */
    private final Queue<WeakReference<Class<?>>> plainMarks = new ConcurrentLinkedQueue<>();

    Sweep(Instrumentation instrumentation, Catalog catalog, Strangers strangers, Logger log) {
        this.instrumentation = instrumentation;
        this.catalog = catalog;
        this.strangers = strangers;
        this.log = log;
    }

    /** Looks at classes of the application. */
    void run(List<WeakReference<Class<?>>> classes) {
        try (LoadedClasses files = new LoadedClasses()) {
            for (WeakReference<Class<?>> reference : classes) {
                Class<?> type = reference.get();
                if (type != null) {
                    look(type, files);
                }
            }
        } catch (IOException e) {
            log.warn("a jar could not be closed", e);
        }
    }

    /** The classes of the application that are loaded by now. */
    List<WeakReference<Class<?>>> candidates() {
        List<WeakReference<Class<?>>> candidates = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (LoadedClasses.mayHoldMarks(type)) {
                candidates.add(new WeakReference<>(type));
            }
        }
        return candidates;
    }

    /** Hands over the {@code Mark} classes that are to be woven. */
    Set<Class<?>> takePlainMarks() {
        Set<Class<?>> live = new LinkedHashSet<>();
        for (WeakReference<Class<?>> next = plainMarks.poll(); next != null; next = plainMarks.poll()) {
            Class<?> type = next.get();
            if (type != null) {
                live.add(type);
            }
        }
        return live;
    }

    private void look(Class<?> type, LoadedClasses files) {
        if (type.getName().equals(Catalog.MARK)) {
            if (!catalog.wovenMarks().contains(type)) {
                plainMarks.add(new WeakReference<>(type));
            }
            return;
        }
        try {
            byte[] file = files.read(type);
            if (file == null) {
                strangers.look(type);
            }
            ClassWeaver.Woven looked = file == null ? null : ClassWeaver.look(file);
            if (looked != null && !looked.sites().isEmpty()) {
                MarkedClass.State state =
                        LivemarkClasses.stayedWoven(type) ? new MarkedClass.Woven() : new MarkedClass.Unwoven();
                ClassLoader loader = type.getClassLoader();
                ClassVersion version = new ClassVersion(List.copyOf(looked.sites()), looked.facts(), state);
                MarkedClass found = catalog.putIfAbsent(loader, new MarkedClass(type.getName(), loader, version));
                found.type(type);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // Not every class has a file that can be read; one without marks is no loss, one with marks is to be seen.
            catalog.note("the class file of " + type.getName() + " could not be read: " + e);
        }
    }
}
