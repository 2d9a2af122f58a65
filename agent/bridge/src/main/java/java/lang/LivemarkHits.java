/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Where all sites of one marker go that pass the same types and are of the same loader: to one target, empty until a probe is on
 * the marker.
 *
 * <p>Each site has a call site of its own, since a shared one behind a bound argument is a real call in code that C1
 * compiled. Reference types other than {@code String} are erased to {@code Object}: nothing here keeps a class of the
 * application alive, and linking loads none. What the program declares is in {@link #types}, by name. The loader belongs to
 * the identity, since another one may mean another class by a name, and a probe may have an object for each. The target, which
 * may lead to classes of that loader, is kept by it and not from here.
 */
public final class LivemarkHits {

    /** The marker. */
    public final LivemarkMarker marker;

    /** The types of the fields as the program declares them, as Java writes them, joined by commas. */
    public final String types;

    private final WeakReference<ClassLoader> home;
    private final boolean local;
    private final MethodType type;
    private final MethodHandle empty;
    private final List<Linked> sites = new ArrayList<>();
    private int sitesAtPurge = 16;
    private volatile WeakReference<MethodHandle> target;
    private long version;

    /**
     * A site, and the call site that its class holds: weakly, so that both go with the class. One that a slot holds stays where
     * the loader of the site may go, and must not keep what that keeps.
     */
    private record Linked(LivemarkSite site, WeakReference<MutableCallSite> callSite, boolean outlives) {}

    LivemarkHits(LivemarkMarker marker, String types, MethodType type, ClassLoader home, boolean local) {
        this.marker = marker;
        this.types = types;
        this.home = home == null ? null : new WeakReference<>(home);
        this.local = local;
        this.type = type;
        this.empty = MethodHandles.empty(type);
    }

    /**
     * {@return the loader in which {@link #types} are to be understood; null where they are JDK types, or where it is gone}
     */
    public ClassLoader loader() {
        return local ? home() : null;
    }

    /** {@return the loader of the sites; null for the bootstrap loader, or where it is gone} */
    public ClassLoader home() {
        return home == null ? null : home.get();
    }

    /** {@return whether the loader of the sites is gone, and nothing comes here any more} */
    public boolean isGone() {
        return home != null && home.get() == null;
    }

    /** {@return the type of a target: {@code (LivemarkSite, fields…)void}, erased} */
    public MethodType type() {
        return type.insertParameterTypes(0, LivemarkSite.class);
    }

    /**
     * Sets what is called at each hit; takes effect on every thread at once.
     *
     * <p>Two threads may set at the same time, the one that loads a probe and one that links a site. The newer version stays,
     * whoever comes last. Where this throws, most likely since the stack of a thread that links ends here, nothing was said of
     * what is to be called: whoever links next asks again.
     *
     * @param next of {@link #type()}, must not throw; null for nothing at all
     * @param nextVersion the version of the set of probes that it was made from
     * @return whether it is set, since none newer was there
     */
    public synchronized boolean target(MethodHandle next, long nextVersion) {
        if (nextVersion < version) {
            return false;
        }
        // A flip throws away the compiled code that depends on it, even where it changes nothing.
        ClassLoader owner = home();
        if (next == null && target == null || home != null && owner == null) {
            version = nextVersion;
            return next == null;
        }
        MethodHandle before = target();
        WeakReference<MethodHandle> kept = next == null ? null : new WeakReference<>(next);
        if (next != null) {
            LivemarkHomes.keep(owner, next);
        }
        for (Linked linked : sites) {
            MutableCallSite callSite = linked.callSite.get();
            if (callSite != null) {
                callSite.setTarget(
                        targetFor(linked.site, callSite.type(), linked.outlives ? LivemarkSlots.weakly(next) : next));
            }
        }
        target = kept;
        version = nextVersion;
        if (before != null && before != next) {
            LivemarkHomes.letGo(owner, before);
        }
        return true;
    }

    /** {@return what is called at each hit, of {@link #type()}; null for nothing at all} */
    public MethodHandle target() {
        WeakReference<MethodHandle> kept = target;
        return kept == null ? null : kept.get();
    }

    /** Whether nobody has said yet what is to be called: then the listener must, before the first hit. */
    synchronized boolean isNew() {
        return version == 0;
    }

    /**
     * @param callType that of the fields; or one array
     * @param outlives whether the call site stays when the loader of the site goes
     */
    synchronized CallSite link(LivemarkSite site, MethodType callType, boolean outlives) {
        if (sites.size() >= 2 * sitesAtPurge) {
            // No lambda: a thread of the application is linking a site.
            for (Iterator<Linked> all = sites.iterator(); all.hasNext(); ) {
                if (all.next().callSite.refersTo(null)) {
                    all.remove();
                }
            }
            sitesAtPurge = Math.max(16, sites.size());
        }
        MethodHandle called = outlives ? LivemarkSlots.weakly(target()) : target();
        MutableCallSite callSite = new MutableCallSite(targetFor(site, callType, called));
        sites.add(new Linked(site, new WeakReference<>(callSite), outlives));
        return callSite;
    }

    boolean serves(String otherTypes, MethodType otherType, ClassLoader otherHome) {
        return types.equals(otherTypes)
                && type.equals(otherType)
                && (home == null ? otherHome == null : otherHome != null && home.get() == otherHome);
    }

    private MethodHandle targetFor(LivemarkSite site, MethodType callType, MethodHandle called) {
        if (called == null) {
            return callType.equals(type) ? empty : MethodHandles.empty(callType);
        }
        MethodHandle bound = MethodHandles.insertArguments(called, 0, site);
        return callType.equals(type) ? bound : LivemarkSpread.of(bound);
    }
}
