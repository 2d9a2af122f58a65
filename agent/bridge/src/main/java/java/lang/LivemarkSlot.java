/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;

/** A site in a class file without {@code invokedynamic}, before it is linked: what a bootstrap would be told. */
public final class LivemarkSlot {

    private final LivemarkSite site;
    private final MethodType type;
    private final String types;
    private final boolean local;
    private final WeakReference<ClassLoader> loader;

    /**
     * Describes a site.
     *
     * @param loader the loader of its class; null for the bootstrap loader
     * @param site where it is, and its marker
     * @param type the erased types of the fields
     * @param types the types of the fields as {@link LivemarkHits#types}
     * @param local whether one of these types belongs to the loader of the site
     */
    public LivemarkSlot(ClassLoader loader, LivemarkSite site, MethodType type, String types, boolean local) {
        this.loader = loader == null ? null : new WeakReference<>(loader);
        this.site = site;
        this.type = type;
        this.types = types;
        this.local = local;
    }

    String marker() {
        return site.marker;
    }

    String key() {
        return site.className + " " + site.method + " " + site.line + " " + site.marker + " " + types + " " + type;
    }

    boolean isOfTheLoaderOf(LivemarkSlot other) {
        return loader() == other.loader() && isOfBootstrap() == other.isOfBootstrap();
    }

    CallSite link() {
        ClassLoader home = loader();
        boolean mayGo = loader != null && home != ClassLoader.getBuiltinAppClassLoader();
        return LivemarkBridge.hits(site, type, types, home, local).link(site, type, mayGo);
    }

    boolean isDead() {
        return loader != null && loader.get() == null;
    }

    private ClassLoader loader() {
        return loader == null ? null : loader.get();
    }

    private boolean isOfBootstrap() {
        return loader == null;
    }
}
