/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.ref.WeakReference;
import java.util.List;

/** A loaded class that holds marks. Keeps neither it nor its loader alive. */
public final class MarkedClass {

    private final String name;
    private final WeakReference<ClassLoader> loader;
    private final List<MarkedSite> sites;
    private final ClassFacts facts;
    private volatile WeakReference<Class<?>> type;
    private volatile State state;

    /** What was done to the class. */
    sealed interface State {}

    /** Loaded before the agent came. */
    record Unwoven() implements State {}

    /**
     * Its sites are as the forms of the sites say.
     *
     * @param retransformed whether the class was loaded before, and must be given back at a detach
     */
    record Woven(boolean retransformed) implements State {}

    /**
     * It is left as it is.
     *
     * @param reason why
     */
    record LeftAlone(Reason reason) implements State {}

    MarkedClass(String name, ClassLoader loader, List<MarkedSite> sites, ClassFacts facts, State state) {
        this.name = name;
        this.loader = loader == null ? null : new WeakReference<>(loader);
        this.sites = sites;
        this.facts = facts;
        this.state = state;
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
    boolean isGone() {
        return loader != null && loader.get() == null;
    }

    /** {@return its sites, with the form that they have now} */
    public List<MarkedSite> sites() {
        return sites.stream().map(this::now).toList();
    }

    ClassFacts facts() {
        return facts;
    }

    Class<?> type() {
        return type == null ? null : type.get();
    }

    void type(Class<?> loaded) {
        type = new WeakReference<>(loaded);
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    private MarkedSite now(MarkedSite site) {
        if (!site.isToBeWoven()) {
            return site;
        }
        if (state instanceof LeftAlone left) {
            return site.as(new SiteForm.Shim(left.reason()));
        }
        return state instanceof Unwoven ? site.as(new SiteForm.Unwoven(Reason.Cause.NOT_YET.alone())) : site;
    }
}
