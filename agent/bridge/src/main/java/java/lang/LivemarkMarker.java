/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * A marker whose sites were linked, or on which a probe is: its guard, and where its hits go.
 *
 * <p>Lives as long as the JVM, since the code of woven classes points to its guard for as long.
 */
public final class LivemarkMarker {

    private static final MethodHandle TRUE = MethodHandles.constant(boolean.class, true);
    private static final MethodHandle FALSE = MethodHandles.constant(boolean.class, false);

    /** Its name. */
    public final String name;

    /** The constant call site in front of every guarded site of this marker. */
    public final MutableCallSite guard = new MutableCallSite(FALSE);

    /** How often it was hit while a probe was on it. */
    public final LongAdder hits = new LongAdder();

    private final List<LivemarkHits> groups = new CopyOnWriteArrayList<>();
    private volatile boolean armed;
    private long version;

    LivemarkMarker(String name) {
        this.name = name;
    }

    /** {@return where the hits of its linked sites go, one for each combination of types and loader} */
    public List<LivemarkHits> groups() {
        return groups;
    }

    /** {@return whether its guard is on} */
    public boolean armed() {
        return armed;
    }

    /**
     * Switches the guard; the newer version stays, as in {@link LivemarkHits#target}. Running code sees it soon; to be sure
     * that all threads do, {@link MutableCallSite#syncAll}.
     *
     * @param on whether hits are to be called
     * @param guardVersion the version of the set of probes that asks for it
     */
    public synchronized void arm(boolean on, long guardVersion) {
        if (guardVersion < version) {
            return;
        }
        // A flip throws away the compiled code that depends on it, even where it changes nothing.
        if (armed != on) {
            // First what may fail, where a thread that links is near the end of its stack: who links next tries again.
            guard.setTarget(on ? TRUE : FALSE);
            armed = on;
        }
        version = guardVersion;
    }

    synchronized LivemarkHits group(String types, MethodType type, ClassLoader home, boolean local) {
        for (LivemarkHits group : groups) {
            if (group.isGone()) {
                groups.remove(group);
            } else if (group.serves(types, type, home)) {
                return group;
            }
        }
        LivemarkHits group = new LivemarkHits(this, types, type, home, local);
        groups.add(group);
        return group;
    }
}
