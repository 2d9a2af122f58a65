/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Knows the marked classes of the JVM, and makes their sites reachable.
 *
 * <p>Classes are woven as they are defined. One that was loaded before is retransformed when a probe first needs it; or left
 * alone, where that would harm it, and reached by the shim.
 *
 * <p>Safe on any thread. What stops the JVM does so under this monitor: clients wait there, the application never. Class files are read,
 * from the application's loaders too, while no lock is held.
 */
public final class Weaver {

    private final Instrumentation instrumentation;
    private final Logger log;
    private final Catalog catalog = new Catalog();
    private final Door door;
    private final Gate gate;
    private final MarkTransformer transformer;
    private final Replacing replacing;
    private final Strangers strangers = new Strangers(catalog);
    private final Sweep sweep;
    private final ReasonLog reasons;
    private boolean fromTheStart;

    /** How many the gate had turned away when all loaded classes were looked at; before that, fewer than none. */
    private volatile int swept = -1;

    /** What other agents have loaded before this one came, with the JVM. Forgotten once that was looked at. */
    private volatile List<WeakReference<Class<?>>> early = List.of();

    /**
     * Installs nothing yet.
     *
     * @param instrumentation of the JVM
     * @param log for what goes wrong
     */
    public Weaver(Instrumentation instrumentation, Logger log) {
        this(instrumentation, new Door(), log);
    }

    /**
     * Installs nothing yet.
     *
     * @param instrumentation of the JVM
     * @param door where classes come from; it may be open already
     * @param log for what goes wrong
     */
    public Weaver(Instrumentation instrumentation, Door door, Logger log) {
        this.instrumentation = instrumentation;
        this.log = log;
        this.door = door;
        this.gate = door.gate();
        this.transformer = new MarkTransformer(catalog, gate, log);
        this.reasons = new ReasonLog(log);
        this.sweep = new Sweep(instrumentation, catalog, strangers, log);
        this.replacing = new Replacing(instrumentation, catalog, sweep, reasons, log);
    }

    /**
     * Weaves every class that is defined from now on. Until {@link #prepare} has returned, or the preparation that the first of
     * them {@linkplain #prepareOnDemand begins}, threads that define marked classes wait for it.
     *
     * @param fromTheStart whether no class of the application is loaded yet but what other agents need
     * @param onChange is told of each marked class that is being defined, or replaced by another agent, on the thread that does
     */
    public void install(boolean fromTheStart, Consumer<MarkedClass> onChange) {
        catalog.onDefined(new Telling(onChange));
        // Initialised now: the transformer would meet it half initialised, for classes that its initialiser loads.
        LoadedClasses.isLivemarks(Weaver.class.getClassLoader());
        door.leadTo(transformer);
        door.open(instrumentation);
        this.fromTheStart = fromTheStart;
        // The few that are there then are looked at later: now the application is waiting.
        early = fromTheStart ? sweep.candidates() : List.of();
    }

    /** No lambda: to link one takes the JVM longer, and more memory, than to load a class. */
    private final class Telling implements Consumer<MarkedClass> {

        private final Consumer<MarkedClass> onChange;

        Telling(Consumer<MarkedClass> onChange) {
            this.onChange = onChange;
        }

        @Override
        public void accept(MarkedClass marked) {
            reasons.tell(marked);
            if (!replacing.isByThisThread()) {
                onChange.accept(marked);
            }
        }
    }

    /**
     * Weaves a class that is thrown away: shows that the weaver works in this JVM, and loads what it needs, so that no class of
     * the application has to wait for that.
     *
     * @param sample the file of a marked class
     * @throws IllegalStateException where the weaver does not find the mark
     */
    public void prepare(byte[] sample) {
        new Preparation(gate, sample, catalog, log).now();
    }

    /**
     * Prepares when the first marked class comes, on a thread of its own, or now where one is waiting. Loading all that weaving takes
     * costs memory, which a program without marks need not pay.
     *
     * @param sample the file of a marked class
     * @throws IllegalStateException where the weaver does not find the mark, and is needed now
     */
    public void prepareOnDemand(byte[] sample) {
        Preparation preparation = new Preparation(gate, sample, catalog, log);
        if (!gate.openOnDemand(preparation)) {
            preparation.now();
        }
    }

    /**
     * All loaded classes that hold marks. The first call after a late attach reads the class files of all loaded classes: a
     * second or so for twenty thousand. Who comes meanwhile reads them too, and waits for nobody: a loader of the application may
     * be long in answering.
     *
     * @return a copy
     */
    public List<MarkedClass> marked() {
        int turnedAway = gate.turnedAway();
        if (swept < turnedAway) {
            sweep.run(fromTheStart && turnedAway == 0 ? early : sweep.candidates());
            early = List.of();
            swept = turnedAway;
            reasons.tellAll(known());
        }
        strangers.look(instrumentation.getAllLoadedClasses());
        return known();
    }

    /** {@return the marked classes that are known by now; unlike {@link #marked}, on any thread} */
    public List<MarkedClass> known() {
        return catalog.all();
    }

    /** {@return how often what is known has changed; where that has not, there is nothing new} */
    public long changes() {
        return catalog.changes();
    }

    /**
     * A site that nobody knew until it was hit.
     *
     * @param owner its class
     * @param site the site
     */
    public record Found(MarkedClass owner, MarkedSite site) {}

    /**
     * Registers a site by its hit. On any thread; asks nothing of the application.
     *
     * @param caller the frame that called {@code Mark}
     * @param kind which of its methods
     * @param spec what it passed first
     * @param arguments how many arguments came after that
     * @return the site; null where it is not to be registered
     */
    public Found found(StackWalker.StackFrame caller, MarkedSite.Kind kind, String spec, int arguments) {
        return strangers.found(caller, kind, spec, arguments);
    }

    /** {@return whether a class was seen that calls {@code Mark} at sites that are not known} */
    public boolean hasStrangers() {
        return strangers.any();
    }

    /**
     * {@return whether the shim is to be on while any probe is loaded} Where the agent was there from the start, that costs
     * nothing: nearly everything is woven, and whoever calls {@code Mark} all the same is a class that nobody can see.
     */
    public boolean mayHaveStrangers() {
        return fromTheStart || strangers.any();
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
    public synchronized int reach(Collection<MarkedClass> needed) {
        return replacing.reach(needed);
    }

    /**
     * Looks which threads still run classes as they were before these were replaced, by us or by another agent. Costs nothing
     * where there is no such class; else the stacks of all threads are taken.
     *
     * @return whether hits come through {@code Mark} from other sites than before
     */
    public synchronized boolean recheck() {
        return replacing.recheck();
    }

    /**
     * Exports the package of a class to a module, where it is not yet; as far as the module of the class may be changed.
     *
     * @param type a class of the application
     * @param to the module that names it
     */
    public void export(Class<?> type, Module to) {
        Module from = type.getModule();
        if (!from.isExported(type.getPackageName(), to) && instrumentation.isModifiableModule(from)) {
            instrumentation.redefineModule(
                    from, Set.of(), Map.of(type.getPackageName(), Set.of(to)), Map.of(), Set.of(), Map.of());
        }
    }

    /**
     * Stops weaving, and gives every woven class its original bytes back; all but those in which a loop is running, since that
     * would never be compiled again, and those that the JDK would damage. What stays woven is idle.
     *
     * @param left is told what stays, and why
     * @return how many classes were given back
     */
    public synchronized int uninstall(Collection<String> left) {
        door.close(instrumentation);
        return replacing.giveBack(left);
    }
}
