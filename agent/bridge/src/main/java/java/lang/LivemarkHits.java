/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;

/**
 * Where all sites of one marker go that pass the same types: one call site, whose target is empty until a probe is on it.
 *
 * <p>Reference types other than {@code String} are erased to {@code Object}: nothing here keeps a class of the application
 * alive, and linking loads none. What the program declares is in {@link #types}, by name; where one of these names is no
 * JDK type, the loader belongs to the identity, since another loader may mean another class by it.
 */
public final class LivemarkHits {

    /** The marker. */
    public final LivemarkMarker marker;

    /** The types of the fields as the program declares them, as Java writes them, joined by commas. */
    public final String types;

    private final WeakReference<ClassLoader> loader;
    private final MutableCallSite site;
    private long version;

    LivemarkHits(LivemarkMarker marker, String types, MethodType type, ClassLoader loader) {
        this.marker = marker;
        this.types = types;
        this.loader = loader == null ? null : new WeakReference<>(loader);
        MethodType withSite = type.insertParameterTypes(0, LivemarkSite.class);
        this.site = new MutableCallSite(MethodHandles.empty(withSite));
    }

    /**
     * {@return the loader in which {@link #types} are to be understood; null where they are JDK types, or where it is gone}
     */
    public ClassLoader loader() {
        return loader == null ? null : loader.get();
    }

    /** {@return the type of a target: {@code (LivemarkSite, fields…)void}, erased} */
    public MethodType type() {
        return site.type();
    }

    /**
     * Sets what is called at each hit; takes effect on every thread at once.
     *
     * <p>Two threads may set at the same time, the one that loads a probe and one that links a site. The newer version stays,
     * whoever comes last.
     *
     * @param target of {@link #type()}; must not throw
     * @param targetVersion the version of the set of probes that it was made from
     */
    public synchronized void target(MethodHandle target, long targetVersion) {
        if (targetVersion >= version) {
            version = targetVersion;
            site.setTarget(target);
        }
    }

    MethodHandle invoker() {
        return site.dynamicInvoker();
    }

    boolean serves(String otherTypes, MethodType type, ClassLoader otherLoader) {
        return types.equals(otherTypes)
                && site.type().parameterCount() == type.parameterCount() + 1
                && (loader == null ? otherLoader == null : otherLoader != null && loader.get() == otherLoader);
    }

    boolean isOfADeadLoader() {
        return loader != null && loader.get() == null;
    }
}
