/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * A loaded class that holds marks. Keeps neither it nor its loader alive.
 *
 * <p>Where the class is redefined, by whomever, our transformer sees the new version before the JVM has taken it, and the JVM may
 * refuse it. So the new version waits here until the JVM has counted one redefinition more; till then the sites are those of the
 * old one, and hits at either are delivered.
 */
public final class MarkedClass {

    private static final int MOST_REPLACED = 8;

    private final String name;
    private final WeakReference<ClassLoader> loader;
    private final AtomicReference<Versions> versions;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private volatile WeakReference<Class<?>> type;
    private volatile List<OldFrames> oldFrames = List.of();

    /** What was done to a class. */
    sealed interface State {}

    /** Loaded before the agent came. */
    record Unwoven() implements State {}

    /** Its sites are as the forms of the sites say. */
    record Woven() implements State {}

    /**
     * It is left as it is.
     *
     * @param reason why
     */
    record LeftAlone(Reason reason) implements State {

        /** Whether another class file may do better. */
        boolean isForItsFile() {
            return reason.cause() == Reason.Cause.FAILED || reason.cause() == Reason.Cause.NO_FILE;
        }
    }

    /**
     * @param runs what threads that enter the class run
     * @param next what our transformer gave to the JVM, which may still refuse it; null where nothing waits
     * @param count the redefinitions that the JVM had counted when it got that
     * @param replaced versions that were replaced since somebody looked for threads in them, the oldest first
     * @param first the fingerprint of the first version that our transformer saw; 0 where it has seen none
     */
    private record Versions(ClassVersion runs, ClassVersion next, int count, List<ClassVersion> replaced, int first) {

        Versions with(ClassVersion now) {
            return new Versions(now, next, count, replaced, first);
        }

        Versions awaiting(ClassVersion other, int redefinitions) {
            return new Versions(runs, other, redefinitions, replaced, first);
        }

        Versions done() {
            List<ClassVersion> all = new ArrayList<>(replaced);
            all.add(runs);
            // A class that is replaced over and over while nobody looks.
            List<ClassVersion> last = List.copyOf(all.subList(Math.max(0, all.size() - MOST_REPLACED), all.size()));
            return new Versions(next, null, 0, last, first == 0 ? next.fingerprint() : first);
        }

        Versions without(List<ClassVersion> seen) {
            List<ClassVersion> rest = new ArrayList<>();
            for (ClassVersion version : replaced) {
                if (!isAmong(seen, version)) {
                    rest.add(version);
                }
            }
            return new Versions(runs, next, count, List.copyOf(rest), first);
        }
    }

    MarkedClass(String name, ClassLoader loader, ClassVersion version) {
        this.name = name;
        this.loader = loader == null ? null : new WeakReference<>(loader);
        this.versions = new AtomicReference<>(new Versions(version, null, 0, List.of(), version.fingerprint()));
    }

    /** {@return the binary name} */
    public String name() {
        return name;
    }

    /** {@return the loader that defined it; null for the bootstrap loader, and where it is gone} */
    public ClassLoader loader() {
        return loader == null ? null : loader.get();
    }

    /** {@return whether it may have been unloaded} */
    public boolean isGone() {
        return loader != null && loader.get() == null || type != null && type.get() == null;
    }

    /** {@return its sites, with the form that they have now} */
    public List<MarkedSite> sites() {
        return version().now();
    }

    /**
     * {@return the sites whose hits come through {@code Mark}: those that are not woven though a probe may need them, and those
     * that were not when some thread entered their method}
     */
    public List<MarkedSite> shimmed() {
        Versions now = settled();
        if (now.next == null && now.replaced.isEmpty() && oldFrames.isEmpty()) {
            // Most classes; a load asks all of them.
            return now.runs.shimmed();
        }
        Set<MarkedSite> all = new LinkedHashSet<>(now.runs.shimmed());
        if (now.next != null) {
            all.addAll(now.runs.callingMark());
            all.addAll(now.next.shimmed());
        }
        now.replaced.forEach(version -> all.addAll(version.callingMark()));
        oldFrames.forEach(old -> all.addAll(old.sites()));
        return List.copyOf(all);
    }

    /**
     * Says who is still in an old version of the method of a site, and so does not see the site as it is now.
     *
     * @param site one of {@link #sites}
     * @return a reason; its cause is none where no thread is
     */
    public Reason stillOld(MarkedSite site) {
        Set<Thread> threads = new LinkedHashSet<>();
        oldFrames.forEach(old -> threads.addAll(old.threadsIn(site.method())));
        return threads.isEmpty()
                ? Reason.Cause.NONE.alone()
                : Reason.Cause.OLD_FRAMES.because(
                        threads.size() == 1 ? "1 thread still runs" : threads.size() + " threads still run");
    }

    ClassVersion version() {
        return settled().runs;
    }

    ClassFacts facts() {
        return version().facts();
    }

    State state() {
        return version().state();
    }

    /** Says what was done to the version that runs; what waits to replace it is forgotten. */
    void state(State next) {
        update(now -> new Versions(now.runs.in(next), null, 0, now.replaced, now.first));
    }

    /** Whether it is another class than the one that was first woven. */
    boolean isRedefined() {
        Versions now = settled();
        return now.first != 0 && now.runs.fingerprint() != now.first;
    }

    /** Adds a site that was found by a hit. */
    void add(MarkedSite site) {
        update(now -> now.runs.sites().contains(site) ? now : now.with(now.runs.with(site)));
    }

    /** Says that the JVM has been given another version. */
    void replacement(ClassVersion next) {
        update(now -> {
            Class<?> loaded = type();
            int count = loaded == null ? -1 : LivemarkClasses.redefinitions(loaded);
            Versions awaiting = now.awaiting(next, count);
            // Where the JVM does not count it is taken at its word: most redefinitions succeed.
            return count < 0 ? awaiting.done() : awaiting;
        });
    }

    /** Says that the JVM has taken the version that waits. */
    void taken() {
        update(now -> now.next == null ? now : now.done());
    }

    /** The class itself; null where it is gone, or was never defined after all. */
    Class<?> type() {
        if (type == null) {
            Class<?> found = isGone() ? null : LivemarkClasses.defined(loader(), name);
            if (found != null) {
                type(found);
            }
            return found;
        }
        return type.get();
    }

    void type(Class<?> loaded) {
        type = new WeakReference<>(loaded);
    }

    /** Versions in which threads may still be, and nobody has looked yet. */
    List<ClassVersion> replaced() {
        return settled().replaced;
    }

    boolean hasOldFrames() {
        return !oldFrames.isEmpty();
    }

    /**
     * Looks which threads are in versions that were replaced. Called by one thread at a time.
     *
     * @param replaced what {@link #replaced} gave before the stacks were taken
     * @return whether hits come through {@code Mark} from other sites than before
     */
    boolean look(List<ClassVersion> replaced, Stacks stacks) {
        if (oldFrames.isEmpty() && !stacks.hold(name)) {
            // Nearly always, and for each class of a late attach: nobody is inside.
            update(versions -> versions.without(replaced));
            return callMark(replaced);
        }
        List<MarkedSite> before = shimmed();
        List<OldFrames> now = new ArrayList<>();
        if (stacks.hold(name)) {
            oldFrames.forEach(old -> now.add(old.in(stacks)));
            replaced.forEach(version -> now.add(OldFrames.in(name, version, stacks)));
            now.removeIf(OldFrames::isEmpty);
        }
        oldFrames = List.copyOf(now);
        update(versions -> versions.without(replaced));
        return !before.equals(shimmed());
    }

    private static boolean callMark(List<ClassVersion> versions) {
        for (ClassVersion version : versions) {
            if (version.callsMark()) {
                return true;
            }
        }
        return false;
    }

    /** The same object: to compare the sites of two versions takes longer than all else. */
    private static boolean isAmong(List<ClassVersion> versions, ClassVersion version) {
        for (ClassVersion other : versions) {
            if (other == version) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is not what was said of the class last. */
    boolean isNews(String reasons) {
        return !reasons.equals(told.getAndSet(reasons)) && !reasons.isEmpty();
    }

    private Versions settled() {
        Versions now = versions.get();
        return isDone(now) ? update(UnaryOperator.identity()) : now;
    }

    private Versions update(UnaryOperator<Versions> change) {
        return versions.updateAndGet(now -> change.apply(isDone(now) ? now.done() : now));
    }

    private boolean isDone(Versions now) {
        Class<?> loaded = now.next == null ? null : type();
        return loaded != null && LivemarkClasses.redefinitions(loaded) != now.count;
    }
}
