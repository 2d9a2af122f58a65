/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/**
 * Weaves classes as they are defined, and again whenever somebody retransforms or redefines them.
 *
 * <p>Called on application threads in the middle of class loading. The JVM treats an exception like null and tells nobody; so
 * what goes wrong is noted once, and the class is left as it is.
 */
final class MarkTransformer implements ClassFileTransformer {

    private final Catalog catalog;
    private final Gate gate;
    private final Logger log;

    MarkTransformer(Catalog catalog, Gate gate, Logger log) {
        this.catalog = catalog;
        this.gate = gate;
        this.log = log;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        try {
            if (name == null || LoadedClasses.isLivemarks(loader)) {
                return null;
            }
            if (name.equals(Names.MARK)) {
                return shim(loader, file);
            }
            if (redefined != null) {
                return replace(loader, name.replace('/', '.'), redefined, file);
            }
            return ConstantPool.namesMark(file) ? define(loader, name.replace('/', '.'), file) : null;
        } catch (Throwable e) {
            catalog.note(name.replace('/', '.') + " was left as it is: " + e);
            log.warn("{} was left as it is", name, e);
            return null;
        }
    }

    // No lambdas below: the application waits while its first marked class is woven.

    private byte[] shim(ClassLoader loader, byte[] file) {
        if (!gate.enter()) {
            return null;
        }
        byte[] shim;
        try {
            shim = MarkShim.weave(file);
        } finally {
            gate.leave();
        }
        if (shim != null) {
            catalog.markWoven(loader);
        }
        return shim;
    }

    private byte[] define(ClassLoader loader, String name, byte[] file) {
        if (catalog.get(loader, name) != null && LivemarkClasses.defined(loader, name) != null) {
            // There already: the JVM will refuse this one, and what is known of the other holds.
            return null;
        }
        Outcome outcome = inside(loader, file, List.of(), null);
        if (outcome == null) {
            return null;
        }
        if (!outcome.version.sites().isEmpty()) {
            catalog.put(loader, new MarkedClass(name, loader, outcome.version.from(file)));
        }
        return outcome.file;
    }

    /**
     * Weaves a class that is being replaced anyway, whether a probe has needed it or not: that costs the JVM nothing more, and a
     * probe that is loaded reaches a new site at once. A class that was left alone stays so; the shim reaches its new sites.
     */
    private byte[] replace(ClassLoader loader, String name, Class<?> type, byte[] file) {
        MarkedClass known = catalog.get(loader, name);
        if (known == null && !ConstantPool.namesMark(file)) {
            return null;
        }
        List<MarkedSite> kept = known == null
                ? List.of()
                : WovenSites.of(file).among(known.version().sites());
        // Asked once: another thread may replace the state meanwhile.
        MarkedClass.State state = known == null ? null : known.state();
        boolean staysAsItIs = state instanceof MarkedClass.LeftAlone left && !left.isForItsFile();
        Outcome outcome = inside(loader, file, kept, staysAsItIs ? (MarkedClass.LeftAlone) state : null);
        if (outcome == null) {
            return null;
        }
        if (known == null && outcome.version.sites().isEmpty()) {
            return null;
        }
        MarkedClass marked = known;
        if (known == null) {
            // Not looked at yet: what it was before is taken to have been the same.
            marked = catalog.putIfAbsent(
                    loader, new MarkedClass(name, loader, outcome.version.in(new MarkedClass.Unwoven())));
        }
        marked.type(type);
        marked.replacement(outcome.version.from(file));
        catalog.tell(marked);
        return outcome.file;
    }

    /**
     * @param kept sites of the file that are woven already
     * @param left says why it is to be left as it is; null where it is to be woven
     * @return null where the thread must not weave now
     */
    private Outcome inside(ClassLoader loader, byte[] file, List<MarkedSite> kept, MarkedClass.LeftAlone left) {
        if (!gate.enter()) {
            return null;
        }
        try {
            return left == null ? weave(loader, file, kept) : leave(file, left);
        } finally {
            gate.leave();
        }
    }

    private record Outcome(byte[] file, ClassVersion version) {}

    private static Outcome leave(byte[] file, MarkedClass.LeftAlone left) {
        ClassWeaver.Woven looked = ClassWeaver.look(file);
        ClassFacts facts = looked.facts() == null ? ClassFacts.of(file) : looked.facts();
        return new Outcome(null, new ClassVersion(looked.sites(), facts, left));
    }

    /** Weaves a file, which may hold some sites that are woven already. */
    private static Outcome weave(ClassLoader loader, byte[] file, List<MarkedSite> kept) {
        try {
            ClassWeaver.Woven woven = ClassWeaver.weave(file, loader);
            List<MarkedSite> sites = new ArrayList<>(kept);
            sites.addAll(woven.sites());
            ClassFacts facts = woven.facts() == null ? ClassFacts.of(file) : woven.facts();
            return new Outcome(woven.file(), new ClassVersion(List.copyOf(sites), facts, new MarkedClass.Woven()));
        } catch (RuntimeException e) {
            Reason reason = Reason.Cause.FAILED.because(e.getMessage());
            List<MarkedSite> sites = new ArrayList<>(kept);
            sites.addAll(ClassWeaver.sites(file));
            return new Outcome(
                    null, new ClassVersion(List.copyOf(sites), ClassFacts.of(file), new MarkedClass.LeftAlone(reason)));
        }
    }
}
