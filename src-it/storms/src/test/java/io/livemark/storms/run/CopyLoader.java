/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Defines one group anew, as a class of its own that goes when the loader goes. */
final class CopyLoader extends ClassLoader {

    private static final List<WeakReference<ClassLoader>> ALL = new ArrayList<>();

    /** The heap fills so slowly that no loader would go in a short storm. */
    private static final int COPIES_A_COLLECTION = 20;

    private static int made;

    private final String own;

    private CopyLoader(String own) {
        super(CopyLoader.class.getClassLoader());
        this.own = own;
    }

    static Group copy(int number) throws ReflectiveOperationException {
        String name = Group.className(number);
        CopyLoader loader = new CopyLoader(name);
        synchronized (ALL) {
            ALL.removeIf(known -> known.refersTo(null));
            ALL.add(new WeakReference<>(loader));
            if (++made % COPIES_A_COLLECTION == 0) {
                System.gc();
            }
        }
        return group(Class.forName(name, false, loader));
    }

    static Group group(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Group) constructor.newInstance();
    }

    /** {@return how many of these loaders are there} */
    static long count() {
        synchronized (ALL) {
            return ALL.stream().filter(known -> !known.refersTo(null)).count();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(own)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] file = in.readAllBytes();
            return defineClass(name, file, 0, file.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
