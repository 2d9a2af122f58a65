/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Probe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * The loader of one probe. Livemark's API comes from the agent, whatever copy of it the probe brings; then its own files come
 * first, so that a library it brings does not clash with the application's; then the JDK, then the loaders of the marked classes,
 * in which the types of the application are to be found. Resources are its own, then the JDK's.
 */
final class ProbeLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> files;

    // Weak, so that a probe that uses no type of an application keeps none of it alive.
    private final List<WeakReference<ClassLoader>> applications;

    // The JVM asks for a class when it is used first. Another loader's sites may be served then, and those above gone.
    private final Map<String, Class<?>> names;

    /**
     * @param names what the names mean that its files have from the application; it keeps these classes
     */
    ProbeLoader(
            String name, Map<String, byte[]> files, Collection<ClassLoader> applications, Map<String, Class<?>> names) {
        super("livemark-probe-" + name, getPlatformClassLoader());
        this.files = files;
        this.names = names;
        this.applications = new ArrayList<>();
        for (ClassLoader application : applications) {
            this.applications.add(new WeakReference<>(application));
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ClassNames.isApi(name)) {
            return Probe.class.getClassLoader().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] own = name.startsWith("java.") ? null : files.get(name.replace('.', '/') + ".class");
            if (own != null) {
                return defineClass(name, own, 0, own.length);
            }
        }
        try {
            return getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            return loadFromApplication(name);
        }
    }

    private Class<?> loadFromApplication(String name) throws ClassNotFoundException {
        Class<?> known = names.get(name);
        if (known != null) {
            return known;
        }
        for (WeakReference<ClassLoader> reference : applications) {
            ClassLoader application = reference.get();
            if (application != null) {
                try {
                    return application.loadClass(name);
                } catch (ClassNotFoundException e) {
                    // The next one may have it.
                }
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    protected URL findResource(String name) {
        byte[] file = files.get(name);
        if (file == null) {
            return null;
        }
        try {
            return new URL("livemark", null, -1, "/" + name, new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(file);
                        }
                    };
                }
            });
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return Collections.enumeration(found == null ? List.of() : List.of(found));
    }
}
