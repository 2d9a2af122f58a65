/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** The look for marks in classes that were loaded before the agent came, or were not let into the weaver. */
final class Sweep {

    private final Catalog catalog;
    private final Strangers strangers;
    private final Logger log;

    /** Those {@code Mark} classes that nobody has woven yet; weakly, each has a loader. */
    private final List<WeakReference<Class<?>>> plainMarks = new ArrayList<>();

    Sweep(Catalog catalog, Strangers strangers, Logger log) {
        this.catalog = catalog;
        this.strangers = strangers;
        this.log = log;
    }

    void run(List<? extends Class<?>> classes) {
        try (LoadedClasses files = new LoadedClasses()) {
            for (Class<?> type : classes) {
                if (LoadedClasses.mayHoldMarks(type)) {
                    look(type, files);
                }
            }
        } catch (IOException e) {
            log.warn("a jar could not be closed", e);
        }
    }

    /** Hands over the {@code Mark} classes that are to be woven. */
    List<Class<?>> takePlainMarks() {
        List<Class<?>> live = new ArrayList<>();
        for (WeakReference<Class<?>> reference : plainMarks) {
            Class<?> type = reference.get();
            if (type != null) {
                live.add(type);
            }
        }
        plainMarks.clear();
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
            List<MarkedSite> sites = file == null ? List.of() : ClassWeaver.sites(file);
            if (!sites.isEmpty()) {
                MarkedClass.State state =
                        LivemarkClasses.stayedWoven(type) ? new MarkedClass.Woven() : new MarkedClass.Unwoven();
                ClassLoader loader = type.getClassLoader();
                ClassVersion version = new ClassVersion(sites, ClassFacts.of(file), state);
                MarkedClass found = catalog.putIfAbsent(loader, new MarkedClass(type.getName(), loader, version));
                found.type(type);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // Not every class has a file that can be read; one without marks is no loss, one with marks is to be seen.
            catalog.note("the class file of " + type.getName() + " could not be read: " + e);
        }
    }
}
