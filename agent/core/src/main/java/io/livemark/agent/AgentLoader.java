/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The private loader of the agent: its own jar, and the platform. It must not find the classes that the system loader could.
 *
 * <p>The application's start waits for it, so it does no more than it must: {@code URLClassLoader} opens the jar a second time for
 * the first resource, and takes several milliseconds longer. Resources can be had as streams only.
 */
final class AgentLoader extends ClassLoader implements Closeable {

    private static final String OURS = "io.livemark.";
    private static final String ENTRY = OURS + "agent.AgentEntry";

    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;
    private final ProtectionDomain domain;

    AgentLoader(File jar, ProtectionDomain domain) throws IOException {
        super("livemark", ClassLoader.getPlatformClassLoader());
        this.jar = new ZipFile(jar);
        this.domain = domain;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        } else if (name.equals(ENTRY)) {
            return AgentEntry.class;
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file;
        try {
            file = read(name.replace('.', '/').concat(".class"));
        } catch (IOException | IllegalStateException e) {
            throw new ClassNotFoundException(name, e);
        }
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length, domain);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] content = read(name);
            return content == null ? null : new ByteArrayInputStream(content);
        } catch (IOException | IllegalStateException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }

    private byte[] read(String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            return null;
        }
        // Of its own length: readAllBytes would take 8 or 16 KB more for each class, which stay in the application's
        // memory.
        byte[] content = new byte[(int) entry.getSize()];
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(content, 0, content.length) == content.length ? content : null;
        }
    }
}
