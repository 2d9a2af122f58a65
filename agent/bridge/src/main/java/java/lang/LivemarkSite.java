/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.ref.WeakReference;

/**
 * A woven call site that was linked; bound into it as a constant, so that a hit knows where it comes from.
 */
public final class LivemarkSite {

    /** The name of the marker. */
    public final String marker;

    /** The binary name of the class that holds the site. */
    public final String className;

    /** The name of the method that holds the site. */
    public final String method;

    /** The line, or 0. */
    public final int line;

    // Weak: the object behind it is of a class of the agent, which must not outlive the agent in the constant pool of
    // an
    // application class.
    private volatile WeakReference<Object> view;

    /**
     * Describes a site.
     *
     * @param marker the name of the marker
     * @param className the binary name of the class
     * @param method the name of the method
     * @param line the line, or 0
     */
    public LivemarkSite(String marker, String className, String method, int line) {
        this.marker = marker;
        this.className = className;
        this.method = method;
        this.line = line;
    }

    /**
     * {@return what the agent has last stored with {@link #view(Object)}, or null}
     */
    public Object view() {
        WeakReference<Object> reference = view;
        return reference == null ? null : reference.get();
    }

    /**
     * Stores the agent's own picture of this site. Racing threads store equal ones.
     *
     * @param value what to store, held weakly
     */
    public void view(Object value) {
        view = new WeakReference<>(value);
    }
}
