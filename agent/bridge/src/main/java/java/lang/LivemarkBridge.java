/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What woven code refers to: the bootstraps of its call sites, and the way of a hit from a site that was not woven.
 *
 * <p>Stays in the JVM after the agent has gone, with everything that linked code points to; an agent that comes again finds
 * the same markers. Holds no object of the agent but the listener, and that only while the agent is there.
 *
 * <p>Nothing here throws into the application: where something fails, the site stays without a probe.
 */
public final class LivemarkBridge {

    /** The marker whose guard stands in front of the shim; no spec can have this name. */
    public static final String SHIM = "*";

    private static final Map<String, LivemarkMarker> MARKERS = new ConcurrentHashMap<>();

    private static final AtomicLong VERSIONS = new AtomicLong();

    private static volatile LivemarkListener listener;

    // Keys by identity: a constant of a class file is interned, a string that was computed seldom is.
    private static volatile IdentityHashMap<String, MethodHandle> shims = new IdentityHashMap<>();

    private LivemarkBridge() {}

    /**
     * Links a guard.
     *
     * @param caller the class that holds the site
     * @param name not used
     * @param type {@code ()boolean}
     * @param marker the name of the marker
     * @return the guard of the marker, the same for all its sites
     */
    public static CallSite guard(MethodHandles.Lookup caller, String name, MethodType type, String marker) {
        return guard(marker);
    }

    static CallSite guard(String marker) {
        LivemarkMarker found = marker(marker);
        LivemarkListener told = listener;
        if (told != null) {
            told.linked(found);
        }
        return found.guard;
    }

    /**
     * Links a hit.
     *
     * @param caller the class that holds the site
     * @param name not used
     * @param type the erased types of the fields; or one array that may hold them
     * @param marker the name of the marker
     * @param types the types of the fields as {@link LivemarkHits#types}
     * @param local 1 where one of these types belongs to the loader of the site, 0 where all are the JDK's own
     * @param method the method that holds the site
     * @param line its line, or 0
     * @return a call site of this site alone
     */
    public static CallSite hit(
            MethodHandles.Lookup caller,
            String name,
            MethodType type,
            String marker,
            String types,
            int local,
            String method,
            int line) {
        Class<?> owner = caller.lookupClass();
        LivemarkSite site = new LivemarkSite(marker, owner.getName(), method, line);
        return hits(site, type, types, owner.getClassLoader(), local != 0).link(site, type, false);
    }

    /** Where the hits of a site go; the agent is told of it before the first. */
    static LivemarkHits hits(LivemarkSite site, MethodType type, String types, ClassLoader home, boolean local) {
        boolean inArray = type.parameterCount() == 1 && type.parameterType(0) == Object[].class;
        MethodType fields = inArray ? MethodType.genericMethodType(count(types)).changeReturnType(void.class) : type;
        LivemarkHits hits = marker(site.marker).group(types, fields, home, local);
        LivemarkListener told = listener;
        // Only once: a target that is set anew for every site that links would be set as often in all the sites before.
        if (told != null && hits.isNew()) {
            told.linked(hits);
        }
        return hits;
    }

    private static int count(String types) {
        int count = types.isEmpty() ? 0 : 1;
        for (int i = 0; i < types.length(); i++) {
            count += types.charAt(i) == ',' ? 1 : 0;
        }
        return count;
    }

    /**
     * A hit at a site that was not woven: {@code Mark} itself comes here while {@link #SHIM} is armed.
     *
     * @param spec the spec or the name that the site passes
     * @param args its arguments
     */
    public static void shim(String spec, Object[] args) {
        try {
            MethodHandle target = shims.get(spec);
            if (target == null) {
                LivemarkListener told = listener;
                target = told == null ? null : told.unknown(spec);
            }
            if (target != null) {
                target.invokeExact(args);
            }
        } catch (Throwable e) {
            // A target throws nothing; what is left is a stack that ends just here, and that is not to be seen.
        }
    }

    /**
     * Whether a marker is armed, asked by a site that was not woven.
     *
     * @param name the name of the marker
     * @return whether its guard is on
     */
    public static boolean armed(String name) {
        LivemarkMarker marker = name == null ? null : MARKERS.get(name);
        if (marker != null || name == null) {
            return marker != null && marker.armed();
        }
        LivemarkListener told = listener;
        return told != null && told.wants(name);
    }

    /**
     * Finds a marker, or makes it.
     *
     * @param name its name
     * @return the one marker of this name
     */
    public static LivemarkMarker marker(String name) {
        LivemarkMarker known = MARKERS.get(name);
        if (known != null) {
            return known;
        }
        LivemarkMarker made = new LivemarkMarker(name);
        known = MARKERS.putIfAbsent(name, made);
        return known == null ? made : known;
    }

    /** {@return all markers, by name; a live view} */
    public static Map<String, LivemarkMarker> markers() {
        return MARKERS;
    }

    /** {@return a version greater than all before, whichever agent asked for those} */
    public static long nextVersion() {
        return VERSIONS.incrementAndGet();
    }

    /**
     * Sets who is told of linking.
     *
     * @param told the listener of the agent; null when it goes
     */
    public static void listener(LivemarkListener told) {
        listener = told;
    }

    /**
     * Sets what the shim calls.
     *
     * @param targets {@code (Object[])void} by the spec that leads there; must not throw
     */
    public static void shims(Map<String, MethodHandle> targets) {
        IdentityHashMap<String, MethodHandle> interned = new IdentityHashMap<>();
        for (Map.Entry<String, MethodHandle> target : targets.entrySet()) {
            interned.put(target.getKey().intern(), target.getValue());
        }
        shims = interned;
    }
}
